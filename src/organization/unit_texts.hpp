// The texts of a unit: present, readable, of bounded size and number, and in normal form C.
#pragma once

#include "organization/name_folding.hpp"
#include "parindex/organization/organization_unit.hpp"
#include "parindex/support/limits.hpp"
#include "parindex/text/normalization.hpp"
#include "parindex/text/utf8.hpp"
#include "support/finding_list.hpp"
#include "text/quoted.hpp"

#include <string>
#include <utility>
#include <vector>

namespace parindex::inline v0 {

/// Reports what is wrong with a text and empties it then; otherwise brings it to normal form C.
inline void check_text(std::string& text, const organization_unit& unit, const char* what, finding_list& found) {
    if (text.size() > limits::unit_name_bytes) {
        found.add(error_code::unit_name_too_long, unit.where, "",
                  std::string(what) + ' ' + quoted(text) + " has more than " + std::to_string(limits::unit_name_bytes) +
                      " bytes");
        text.clear();
    } else if (find_invalid_utf8(text)) {
        found.add(error_code::invalid_utf8, unit.where, "", std::string(what) + ' ' + quoted(text) + " is not UTF-8");
        text.clear();
    } else {
        text = to_nfc(text);
    }
}

/// The same for a text that must say something.
inline void check_name(std::string& text, const organization_unit& unit, const char* what, finding_list& found) {
    if (!text.empty())
        check_text(text, unit, what, found);
    else
        found.add(error_code::unnamed_unit, unit.where, "", "unit " + quoted(unit.code) + " needs " + what);
    if (text.empty() || !fold_name(text).empty()) return;
    found.add(error_code::unnamed_unit, unit.where, "",
              std::string(what) + ' ' + quoted(text) + " has neither letters nor digits");
    text.clear();
}

/// Cuts a list that is too long, so that what follows stays bounded.
template <class T>
void check_count(std::vector<T>& list, std::size_t limit, error_code code, const organization_unit& unit,
                 const char* what, finding_list& found) {
    if (list.size() <= limit) return;
    found.add(code, unit.where, "",
              "unit " + quoted(unit.code) + " has more than " + std::to_string(limit) + ' ' + what);
    list.resize(limit);
}

inline void check_texts(organization_unit& unit, finding_list& found) {
    check_count(unit.aliases, limits::unit_names - 2, error_code::too_many_unit_names, unit, "aliases", found);
    check_count(unit.members, limits::unit_links, error_code::too_many_unit_links, unit, "members", found);
    check_count(unit.predecessors, limits::unit_links, error_code::too_many_unit_links, unit, "predecessors", found);
    check_name(unit.code, unit, "a code", found);
    check_name(unit.name, unit, "a name", found);
    if (!unit.short_name.empty()) check_name(unit.short_name, unit, "a short name", found);
    for (std::string& alias : unit.aliases) check_name(alias, unit, "a text for every alias", found);
    check_text(unit.parent, unit, "the code of the parent", found);
    for (std::string& member : unit.members) check_text(member, unit, "the code of a member", found);
    for (unit_predecessor& each : unit.predecessors) check_text(each.code, unit, "the code of a predecessor", found);
}

}  // namespace parindex::inline v0
