#!/usr/bin/env python3
"""Checks a bill of materials (SPDX 2.3) and the notices beside it.

They must hold every third party whose header a source file includes, and no other; the versions must be those of the
Debian packages.

usage: bill_of_materials.py BILL.spdx.json NOTICES SOURCE_FOLDER...
"""

import json
import pathlib
import re
import subprocess
import sys

# First part of an included name: who it belongs to. An unknown one must be added here and in the CMake files.
OWNERS = {"boost": "Boost", "gsl": "Microsoft.GSL", "nlohmann": "nlohmann-json", "utf8proc.h": "utf8proc", "CLI": "CLI11"}
SYSTEM = {"fcntl.h", "io.h", "shellapi.h", "stddef.h", "stdint.h", "sys", "unistd.h", "windows.h"}
# Debian package and licence of each, and words of its licence text.
EXPECTED = {
    "Boost": (r"libboost1\.\d+-dev", "BSL-1.0", ["Boost Software License - Version 1.0", "libs/math/*", "libs/multiprecision/*", "John Maddock"]),
    "Microsoft.GSL": ("libmsgsl-dev", "MIT", ["Microsoft Corporation"]),
    "nlohmann-json": ("nlohmann-json3-dev", "MIT", ["Niels Lohmann", "Florian Loitsch"]),
    "utf8proc": ("libutf8proc-dev", "MIT AND Unicode-DFS-2015", ["Public Software Group", "Unicode, Inc.", "THE DATA FILES AND SOFTWARE"]),
    "CLI11": ("libcli11-dev", "BSD-3-Clause", ["University of Cincinnati", "Redistributions in binary form"]),
}
findings = []


def expect(true, message):
    if not true:
        findings.append(message)


def included(folders):
    """Third parties that the sources include."""
    names = set()
    for folder in folders:
        files = [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.suffix in (".h", ".hpp", ".cpp")]
        if not files:
            sys.exit(f"no sources in {folder}")
        for path in files:
            for header in re.findall(r"^\s*#\s*include\s*<([^>]*[/.][^>]*)>", path.read_text(encoding="utf-8"), re.MULTILINE):
                first = header.split("/")[0]
                if first not in SYSTEM:
                    expect(first in OWNERS, f"{path}: whose is <{header}>?")
                    names.add(OWNERS.get(first))
    return names - {None}


def upstream_version(package_pattern):
    """Version of the one installed package of that name, without Debian's epoch, repacking mark and revision."""
    listed = subprocess.run(["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status} ${Version}\n"], check=True,
                            capture_output=True, text=True).stdout
    versions = re.findall(rf"^{package_pattern} installed (?:\d+:)?([^-+~\s]+)", listed, re.MULTILINE)
    return versions[0] if len(versions) == 1 else f"of one package {package_pattern}, found {versions}"


def check_bill(bill, names):
    expect(bill["spdxVersion"] == "SPDX-2.3", "spdxVersion")
    expect(bill["dataLicense"] == "CC0-1.0", "dataLicense")
    expect(bill["SPDXID"] == "SPDXRef-DOCUMENT", "SPDXID of the document")
    expect(bill["name"], "name of the document")
    expect(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["documentNamespace"]), "documentNamespace")
    expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", bill["creationInfo"]["created"]), "created")
    creators = bill["creationInfo"]["creators"]
    expect(creators and all(re.match(r"(Organization|Tool): \S", each) for each in creators), "creators")

    packages = {each["name"]: each for each in bill["packages"]}
    expect(len(packages) == len(bill["packages"]), "a package is listed twice")
    subject = bill["packages"][0]
    expect(set(packages) == names | {subject["name"]}, f"listed {sorted(packages)}, included {sorted(names)}")
    for name, package in packages.items():
        expect(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", package["SPDXID"]), f"SPDXID of {name}")
        expect(package["downloadLocation"] and package["filesAnalyzed"] is False, f"required fields of {name}")
        expect(package["licenseConcluded"] == package["licenseDeclared"], f"licences of {name}")
        if name in EXPECTED:
            expect(package["licenseDeclared"] == EXPECTED[name][1], f"licence of {name}")
            version = upstream_version(EXPECTED[name][0])
            expect(package["versionInfo"] == version, f"{name} is listed as {package['versionInfo']}, installed is {version}")

    relations = {(each["spdxElementId"], each["relatedSpdxElement"]): each["relationshipType"] for each in bill["relationships"]}
    expected = {("SPDXRef-DOCUMENT", subject["SPDXID"]): "DESCRIBES"}
    for name in names:
        # The C++ library's archive holds no code of utf8proc; the shared library and programs that are linked with it do.
        open_end = name == "utf8proc" and subject["name"] == "parindex"
        expected[subject["SPDXID"], f"SPDXRef-{name}"] = "DEPENDS_ON" if open_end else "STATIC_LINK"
    expect(relations == expected, f"relationships {relations}")


def check_notices(notices, bill, names):
    ours, *theirs = notices.split("\n" + "-" * 80 + "\n")
    expect("MIT License" in ours and "The parindex authors" in ours, "our own licence")
    sections = {text.split(" ", 1)[0]: text for text in theirs}
    expect(set(sections) == names, f"notices of {sorted(sections)}, included {sorted(names)}")
    for package in bill["packages"][1:]:
        text = sections.get(package["name"], "")
        title = f"{package['name']} {package['versionInfo']} ({package['licenseDeclared']})\n"
        expect(text.startswith(title), f"notices: the title of {package['name']}")
        for words in EXPECTED.get(package["name"], ("", "", []))[2]:
            expect(words in text, f"notices of {package['name']}: no “{words}”")
    expect(len(notices) < 60_000, f"notices: {len(notices)} characters; a package's file needs PARAGRAPHS")


def main():
    bill_of_materials = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    notices = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    names = included(sys.argv[3:])
    check_bill(bill_of_materials, names)
    check_notices(notices, bill_of_materials, names)
    if findings:
        sys.exit("\n".join(findings))
    print(f"bill of materials and notices: {', '.join(sorted(names))}")


main()
