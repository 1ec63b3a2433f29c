"""The site: these pages, the notebooks (run anew) and the docstrings, built by Sphinx.

Every page is plain Markdown that reads as well in the repository. What the site needs on top of that stands here.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pygments.lexers.special import TextLexer
from sphinx.pycode import ModuleAnalyzer

import leeruitkomsten
from leeruitkomsten import weergave

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DOCS = Path(__file__).parent

project = "leeruitkomsten"
author = "The leeruitkomsten authors"
release = version = leeruitkomsten.__version__
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx.ext.viewcode"]
default_role = "code"
nitpicky = True
nitpick_ignore_regex = [
    # The lists of names of Python and of other libraries are on the network, and a build asks nothing of it.
    ("py:class", r"(pathlib\.)?Path|(os\.)?PathLike|(altair|collections\.abc|datetime|duckdb|uuid)\..+"),
    # The kind of table or record that is given, and given back; what all records share; what is private.
    ("py:class", r"(leeruitkomsten\..+\.)?([FT]|Frame|Gelezen|R_co|Record|_\w+)"),
]

html_theme = "furo"
html_title = "leeruitkomsten"
html_logo = html_favicon = "_static/merk.svg"
html_static_path = ["_static"]
html_css_files = ["huis.css"]
html_copy_source = False
html_show_copyright = False
# The colours and letters of the page that `write_page` makes.
LETTERS = {
    "font-stack": "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
    "font-stack--headings": "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif",
}
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": LETTERS
    | {
        "color-brand-primary": "#0a4a82",
        "color-brand-content": "#0a4a82",
        "color-brand-visited": "#0a4a82",
        "color-background-primary": "#fffefb",
        "color-background-secondary": "#f4f2ec",
        "color-background-border": "#d5d1c6",
        "color-foreground-primary": "#1c1c1a",
        "color-foreground-secondary": "#5a5852",
    },
    "dark_css_variables": LETTERS
    | {
        "color-brand-primary": "#93c6f4",
        "color-brand-content": "#93c6f4",
        "color-brand-visited": "#93c6f4",
        "color-background-primary": "#181917",
        "color-background-secondary": "#22241f",
        "color-background-border": "#3c3e38",
        "color-foreground-primary": "#e9e7e2",
        "color-foreground-secondary": "#b4b1a9",
    },
}
templates_path = ["_templates"]
# Furo's own, with a link to the page that `write_page` makes and to the other language.
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "pagina.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

# Every notebook runs at every build, and a cell that fails ends it.
nb_execution_mode = "force"
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_merge_streams = True

myst_heading_anchors = 3

add_module_names = False
autodoc_inherit_docstrings = False
autodoc_member_order = "bysource"
maximum_signature_line_length = 88
# "naam, versie: …" under Attributes is one line about two fields.
napoleon_custom_sections = [("Attributes", "params_style")]
napoleon_use_rtype = False
toc_object_entries_show_parents = "hide"
viewcode_follow_imported_members = True

# The first menu of the front page is the Dutch one, the second the English one; a folder goes where its first page stands.
DUTCH_MENU, ENGLISH_MENU = (
    menu.split()
    for menu in re.findall(
        r"```{toctree}\n:hidden:\n:caption: [^\n]+\n\n(.+?)```", (DOCS / "index.md").read_text("utf-8"), re.DOTALL
    )
)
# What Furo says around a page, on the Dutch ones.
IN_DUTCH = {
    "Toggle Light / Dark / Auto color theme": "Licht, donker of zoals het apparaat",
    "Toggle site navigation sidebar": "Menu open of dicht",
    "Toggle table of contents sidebar": "Inhoud van deze bladzijde open of dicht",
    "Toggle navigation of ": "Open of dicht: ",
    "Skip to content": "Naar de inhoud",
    "On this page": "Op deze bladzijde",
    "Back to top": "Naar boven",
    'placeholder="Search" name="q" aria-label="Search"': 'placeholder="Zoeken" name="q" aria-label="Zoeken"',
    "<span>Next</span>": "<span>Volgende</span>",
    "<span>Previous</span>": "<span>Vorige</span>",
    '<div class="title">Home</div>': '<div class="title">Voorpagina</div>',
    "Link to this heading": "Link naar dit kopje",
    "Link to this image": "Link naar dit beeld",
    "Made with": "Gemaakt met",
    '</a> and <a class="muted-link"': '</a> en <a class="muted-link"',
    'title="Search"': 'title="Zoeken"',
    'alt="Logo"': 'alt=""',
}

# Files of the repository that are a page of the site, under another name.
ELSEWHERE = {
    "README.md": "index.md",
    "CONTRIBUTING.md": "project/bijdragen.md",
    "SECURITY.md": "project/veiligheid.md",
    "CHANGELOG.md": "project/wijzigingen.md",
    "LICENTIE-GEGEVENS.md": "project/licenties.md",
    "LICENSE": "project/licenties.md",
    "benchmarks/README.md": "project/snelheid.md",
}
# By which doctest knows that an example has ended.
EMPTY_LAST_LINE = re.compile(r"\n\n(?=```$)", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")

# Pages that have others below them in the menu.
MENU = {
    "api": "api/functies\napi/records\napi/uitkomsten\napi/fouten\napi/*",
    "uitwisseling/README": "canvas\nmoodle\nmahara\nportflow\ncase\nooapi\nskos\nopenbadges\ntabellen\nnalopen\nandere-systemen",
}
TOCTREE = "\n```{{toctree}}\n:hidden:\n:glob:\n\n{}\n```\n"


def links_of_the_site(app: Sphinx, text: str, file: Path) -> str:
    """Let each link in the text of `file` lead to where its goal stands in the site."""

    def lead(link: re.Match[str]) -> str:
        goal = (file.parent / link[1]).resolve()
        page = ELSEWHERE.get(os.path.relpath(goal, DOCS.parent))
        here = Path(app.env.doc2path(app.env.docname)).parent
        return "](" + os.path.relpath(DOCS / page if page else goal, here)

    return LINK.sub(lead, text)


def read_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """Prepare a page: its links, and its place in the menu."""
    file = Path(app.env.doc2path(docname))
    if file.suffix == ".md":
        without_gap = EMPTY_LAST_LINE.sub("\n", source[0])
        source[0] = links_of_the_site(app, without_gap, file)
    if docname in MENU:
        source[0] += TOCTREE.format(MENU[docname])


def read_included(app: Sphinx, path: Path, _parent: str, source: list[str]) -> None:
    """Prepare a file of the repository that a page takes in."""
    source[0] = links_of_the_site(app, source[0], DOCS / path)


def is_dutch(pagename: str) -> bool:
    """Tell by the menus whether a page is Dutch."""
    return pagename == "index" or pagename in DUTCH_MENU or f"{pagename.rpartition('/')[0]}/README" in DUTCH_MENU


def menu_of(pagename: str, tree: str) -> str:
    """Return what a page shows of the menus: its own language's, and the front page both."""
    start, *menus = tree.replace('role="heading"', 'role="heading" aria-level="2"').split('<p class="caption"')
    if not menus:
        return start
    dutch, english = (f'<p class="caption"{menu}' for menu in menus)
    if pagename == "index":
        return f'{start}{dutch}<div lang="en">{english}</div>'
    return start + (dutch if is_dutch(pagename) else english)


def finish_page(_app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Let a page be read by keyboard and aloud: what scrolls, headings of the menu, and Dutch as Dutch."""
    body = context.get("body", "").replace("<pre>", '<pre tabindex="0">')
    for scrolls in ('class="table-wrapper', 'class="output text_html"><svg'):
        body = body.replace(f"<div {scrolls}", f'<div tabindex="0" {scrolls}')
    context["body"] = body
    context["furo_navigation_tree"] = menu_of(pagename, context.get("furo_navigation_tree", ""))
    context["language"] = "nl" if is_dutch(pagename) else "en"


def leave_out_how_it_is_made(
    _app: Sphinx, _what: str, name: str, _thing: object, _options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Say nothing of how to make what one function alone makes: a `Telling`, by `tel`."""
    return ("", None) if name.endswith(".Telling") else (signature, returns)


def find_source(_app: Sphinx, module: str) -> tuple[str, dict[str, Any]] | None:
    """Find the source of a function of the package, which is a method of the packaged framework."""
    # viewcode finds a source by module and qualified name, and `leeruitkomsten.kies` has no name of its own in any module:
    # it is a bound method. Documented as `Raamwerk.kies` it would not stand under the name by which it is called.
    if module != "leeruitkomsten.raamwerk":
        return None
    analyser = ModuleAnalyzer.for_module(module)
    analyser.find_tags()
    methods = {name.rpartition(".")[2]: place for name, place in analyser.tags.items() if "." in name}
    return analyser.code, analyser.tags | methods


def write_page(app: Sphinx, failed: Exception | None) -> None:
    """Put the page to explore the framework beside the site's own pages, and have Furo speak Dutch on those that are."""
    if failed is not None:
        return
    Path(app.outdir, "leeruitkomsten.html").write_text(weergave.pagina(leeruitkomsten.laad()), "utf-8")
    for pagename in filter(is_dutch, app.env.found_docs):
        file = Path(app.outdir, f"{pagename}.html")
        html = file.read_text("utf-8")
        for english, dutch in IN_DUTCH.items():
            html = html.replace(english, dutch)
        file.write_text(html, "utf-8")


def setup(app: Sphinx) -> None:
    """Connect what stands above."""
    app.add_lexer("csv", TextLexer)
    app.connect("source-read", read_page)
    app.connect("include-read", read_included)
    app.connect("html-page-context", finish_page, priority=900)  # after Furo's
    app.connect("autodoc-process-signature", leave_out_how_it_is_made)
    app.connect("viewcode-find-source", find_source)
    app.connect("build-finished", write_page)
