"""What parindex.h declares, as a parser of C reads it. Needs a C compiler and the package python3-pycparser."""

import copy
import os
import pathlib
import re
import subprocess
import tempfile

from pycparser import c_ast, c_generator, c_parser

COMPILER = os.environ.get("CC", "cc")
# Enough of the standard headers for a parser; the sizes come from the compiler.
SYSTEM = {
    "stddef.h": "typedef unsigned long size_t;\n",
    "stdint.h": "".join(f"typedef {base} {name}_t;\n" for name, base in {
        "int8": "signed char", "uint8": "unsigned char", "int32": "int", "uint32": "unsigned int",
        "int64": "long long", "uint64": "unsigned long long"}.items()),
}
# Macros that are no constants: guards and what stands around a declaration; and the version, which changes by itself.
NOT_CONSTANTS = re.compile(r"PARINDEX_(H|VERSION_\w+|API|NOEXCEPT)$")


def preprocess(folders, *options):
    """The header without its comments and macros, and with the typedefs of SYSTEM alone from outside."""
    with tempfile.TemporaryDirectory() as system:
        for name, text in SYSTEM.items():
            (pathlib.Path(system) / name).write_text(text)
        command = [COMPILER, "-E", "-std=c99", "-nostdinc", "-U__GNUC__", "-U_WIN32", "-I", system]
        command += [word for folder in folders for word in ("-I", str(folder))]
        return subprocess.run([*command, *options, "-x", "c", "-"], input="#include <parindex.h>\n", check=True,
                              capture_output=True, text=True).stdout


class Interface:
    """Functions and other types as C text by name, structures as {member: type}, names of constants."""

    def __init__(self, folders):
        self.functions, self.definitions, self.structures, self.types = {}, {}, {}, {}
        write = c_generator.CGenerator()
        for node in c_parser.CParser().parse(preprocess(folders, "-P")).ext:
            if not node.name.startswith("parindex_"):
                continue
            if isinstance(node, c_ast.Decl):
                self.definitions[node.name] = write.visit(node)
                self.functions[node.name] = write.visit(nameless(node.type))
            elif isinstance(node.type.type, c_ast.Struct) and node.type.type.decls:
                self.structures[node.name] = {member.name: write.visit(nameless(member.type))
                                              for member in node.type.type.decls}
            else:
                self.types[node.name] = write.visit(nameless(node.type))
        macros = re.findall(r"^#define (PARINDEX_\w+) ", preprocess(folders, "-dM"), re.MULTILINE)
        self.constants = sorted(name for name in macros if not NOT_CONSTANTS.match(name))


def nameless(declared):
    """A type without the name of what has it and the names of parameters, which are no part of the ABI."""
    declared = copy.deepcopy(declared)

    def strip(node):
        if isinstance(node, c_ast.TypeDecl):
            node.declname = None
        for parameter in node.args.params if isinstance(node, c_ast.FuncDecl) and node.args else []:
            parameter.name = None
            strip(parameter.type)
        if hasattr(node, "type") and isinstance(node.type, c_ast.Node):
            strip(node.type)

    strip(declared)
    return declared
