"""CASE (1EdTech), versions 1.0 and 1.1: a framework written as a package, and read back from one."""
