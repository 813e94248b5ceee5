"""The ABI of a library as abidw writes it, cut down to its functions and the types that they reach."""

import subprocess
import xml.etree.ElementTree as xml


def of_library(library, header_folder):
    """XML for abidiff. What is behind a handle is left out: abidw leaves such a type out too, but not its members."""
    corpus = xml.fromstring(subprocess.run(
        ["abidw", "--headers-dir", header_folder, "--drop-private-types", "--no-corpus-path", "--no-comp-dir-path", "--no-show-locs",
         "--no-elf-needed", "--type-id-style", "hash", library], check=True, capture_output=True, text=True).stdout)
    types = {}
    for element in corpus.iter():
        # A type may stand there several times, with and without its definition.
        if "id" in element.attrib and (element.get("id") not in types or "is-declaration-only" in types[element.get("id")].attrib):
            types[element.get("id")] = element
    functions = [element for element in corpus.iter("function-decl") if "elf-symbol-id" in element.attrib]

    reached, waiting = {}, list(functions)
    while waiting:
        element = waiting.pop()
        if "is-declaration-only" in element.attrib:
            element[:] = []
        for identity in {each.get("type-id") for each in element.iter()} - {None} - reached.keys():
            reached[identity] = types[identity]
            waiting.append(types[identity])

    cut = xml.Element("abi-corpus", corpus.attrib)
    cut.append(corpus.find("elf-function-symbols"))
    unit = xml.SubElement(cut, "abi-instr", {**corpus.find("abi-instr").attrib, "path": "parindex.h"})
    unit.extend(reached[identity] for identity in sorted(reached))
    unit.extend(sorted(functions, key=lambda each: each.get("name")))
    xml.indent(cut)
    return xml.tostring(cut, encoding="unicode") + "\n"
