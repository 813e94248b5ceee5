"""The snapshot of everything in parindex.h that a compiled program relies on: values, sizes, offsets, types.

Sizes are those of the compiler, read from the assembly that it writes, so that it may be one for another machine.
"""

import re
import subprocess

import interface

NATIVE, BITS_32 = (), ("-m32",)
VISUAL_C = ("--target=x86_64-pc-windows-msvc", "-fno-integrated-as")  # of clang, which otherwise reads what we write


def snapshot(folders, machine=NATIVE):
    """Lines, sorted: what they are about, a colon, what is true of it. For another machine than ours: sizes alone."""
    read = interface.Interface(folders)
    values = {}  # line with %c0 for each value: expressions
    for name, members in read.structures.items():
        values[f"structure {name}: size %c0 alignment %c1"] = [f"sizeof({name})", f"_Alignof({name})"]
        for member, type_text in members.items():
            values[f"member {name}.{member}: offset %c0 size %c1 {type_text}"] = [
                f"offsetof({name}, {member})", f"sizeof((({name} *)0)->{member})"]
    if machine == NATIVE:
        for name in read.constants:
            values[f"constant {name}: %c0"] = [name]
    statements = [f'__asm__ volatile("\\n@@ {line}" : : {", ".join(f"{chr(34)}i{chr(34)}({each})" for each in expressions)});'
                  for line, expressions in values.items()]
    program = "#include <parindex.h>\nvoid layout(void) {\n" + "\n".join(statements) + "\n}\n"
    # Freestanding: the sizes of another machine are to be had without its libraries.
    command = [interface.COMPILER, "-S", "-O0", "-std=c11", "-ffreestanding", *machine, "-o", "-", "-x", "c", "-"]
    command += [word for folder in folders for word in ("-I", str(folder))]
    assembly = subprocess.run(command, input=program, check=True, capture_output=True, text=True).stdout
    lines = re.findall(r"^@@ (.*)$", assembly, re.MULTILINE)
    if len(lines) != len(values):
        raise RuntimeError(f"{len(values)} values were asked for, {len(lines)} came back")
    if machine == NATIVE:
        lines += [f"function {name}: {text}" for name, text in read.functions.items()]
        lines += [f"type {name}: {text}" for name, text in read.types.items()]
    return sorted(lines)


def compare(before, after):
    """(what breaks programs, what was added, structures that grew at their end) between two snapshots."""
    old, new = (dict(line.split(": ", 1) for line in lines) for lines in (before, after))
    broken = [f"gone: {subject}" for subject in old.keys() - new.keys()]
    broken += [f"changed: {subject}: {old[subject]} is now {new[subject]}"
               for subject in old.keys() & new.keys() if old[subject] != new[subject] and not subject.startswith("structure ")]
    added = [f"added: {subject}" for subject in new.keys() - old.keys()]
    grown = []
    for subject in [subject for subject in old.keys() & new.keys() if subject.startswith("structure ")]:
        name = subject.split(" ")[1]
        first = [each for each in new if each.startswith(f"member {name}.") and new[each].startswith("offset 0 ")]
        (old_size, old_alignment), (size, alignment) = (re.findall(r"\d+", text) for text in (old[subject], new[subject]))
        offsets = {each: int(new[each].split(" ")[1]) for each in new.keys() - old.keys() if each.startswith(f"member {name}.")}
        if not offsets and old[subject] == new[subject]:
            continue
        # The library must be able to tell by struct_size whether a program knows the member.
        if first == [f"member {name}.struct_size"] and alignment == old_alignment and offsets and \
                min(offsets.values()) >= int(old_size) and int(size) > int(old_size):
            grown.append(name)
        else:
            broken.append(f"changed: {subject}: {old[subject]} is now {new[subject]}" + "".join(
                f"; {each} lies at {offset}, within what programs have" for each, offset in offsets.items()
                if offset < int(old_size)))
    return sorted(broken), sorted(added) + [f"appended to: structure {name}" for name in grown], grown
