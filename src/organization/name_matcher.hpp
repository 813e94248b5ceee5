// Narrowing the entries of a name to those that a query asks for.
#pragma once

#include "organization/registry_contents.hpp"

#include <optional>
#include <span>
#include <string>

namespace parindex::inline v0 {

/// A query made ready for many names.
class name_matcher {
public:
    /// @throws error_code::invalid_date or error_code::unknown_unit if the query is not valid
    name_matcher(const organization_registry& registry, const organization_registry::contents& data,
                 const name_query& query);

    /// Answers for `text`, in normal form C, from the entries that have its folded form.
    [[nodiscard]] name_lookup match(std::string text,
                                    std::span<const organization_registry::contents::name_entry> entries) const;

private:
    [[nodiscard]] bool meets(std::size_t unit) const;

    const organization_registry& registry_;
    const organization_registry::contents& data_;
    std::optional<day_range> days_;
    std::optional<std::size_t> within_;
};

}  // namespace parindex::inline v0
