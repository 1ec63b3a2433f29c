"""Files and tables: what comes from outside is read with care, and what goes out is written as a whole."""
