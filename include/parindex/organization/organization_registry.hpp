/// @file
/// The register of units (sổ đăng ký đơn vị): who is meant by a name, on what date, and who was there before.
#pragma once

#include "parindex/organization/name_lookup.hpp"
#include "parindex/organization/organization_unit.hpp"
#include "parindex/organization/unit_history.hpp"
#include "parindex/support/result.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parindex::inline v0 {

/// A register that passed every static check. Immutable; copies share its contents. All functions that take an index
/// of a unit throw error_code::unknown_unit if there is no such unit, and those that take a date throw
/// error_code::invalid_date if it is not one.
class organization_registry {
public:
    /// A predecessor or successor.
    struct link {
        std::size_t unit = 0;
        unit_change change = unit_change::merged;
    };

    /// Checks a description and builds the register; names are brought to normal form C.
    /// @return the register, or every finding at once: units without code or name, codes twice, one name for two units
    ///         of one parent at one time, a name that is another unit's code, codes that no unit has, cycles of
    ///         parents, members or predecessors, validity that ends before it begins, predecessors that end after
    ///         their successor begins, a renaming that is not one to one, limits
    static result<organization_registry> create(const organization_description& description);

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] const std::string& source() const noexcept;
    [[nodiscard]] bool codes_assigned() const noexcept;
    /// In the order of the description.
    [[nodiscard]] std::span<const organization_unit> units() const noexcept;
    [[nodiscard]] const organization_unit& at(std::size_t unit) const;

    /// The unit with this code, exactly.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view code) const noexcept;

    /// The unit that a text names: by code, then by a name exactly, then with small differences ignored (see
    /// name_differences). A later step is tried only if the one before found nothing that meets the query. Of a unit
    /// that several of its names match, the official one is reported. A text that is not UTF-8 is unknown.
    [[nodiscard]] name_lookup look_up(std::string_view text, const name_query& query = {}) const;

    /// The registered names most like an unknown one, best first. Accents count for order only, so that a name typed
    /// without them is recognised. Takes time in proportion to the register; a look-up does not.
    [[nodiscard]] std::vector<nearest_name> nearest(std::string_view text, std::size_t count = 3) const;

    /// Divides a printed list ("Trung tâm Thông tin; Văn phòng", "A, B và C") into units. The longest registered name
    /// comes first, so that one with commas or "và" stays whole; what is not known goes on to the next semicolon, or to
    /// a comma before a known name, and is handed back as it stands.
    /// @return the entries in order, or why the list cannot be read (limits::unit_list_bytes, UTF-8)
    [[nodiscard]] result<std::vector<listed_unit>> split(std::string_view list, const name_query& query = {}) const;

    /// The finding for a person to read: a warning for an unknown, ambiguous or outside name, a note for a fallback,
    /// nothing for a name that was matched exactly.
    [[nodiscard]] std::optional<diagnostic> explain(const name_lookup& answer, source_position where = {}) const;

    /// Whether the unit exists on a date, or of a partial date on any day of it.
    [[nodiscard]] bool exists_on(std::size_t unit, const date& on) const;
    /// Whether `unit` is `ancestor` or belongs to it.
    [[nodiscard]] bool is_within(std::size_t unit, std::size_t ancestor) const;
    [[nodiscard]] std::optional<std::size_t> parent(std::size_t unit) const;
    /// Of a group, as listed.
    [[nodiscard]] std::span<const std::size_t> members(std::size_t unit) const;
    /// The units that a group stands for, groups within it resolved, each once; of another unit the unit itself. Empty
    /// for a group whose members no document lists.
    [[nodiscard]] std::vector<std::size_t> resolve(std::size_t unit) const;
    [[nodiscard]] std::span<const link> predecessors(std::size_t unit) const;
    [[nodiscard]] std::span<const link> successors(std::size_t unit) const;

    /// The units that existed on a complete date and that `unit` came out of, over any number of changes; the unit
    /// itself if it existed then. In the order of the register.
    [[nodiscard]] std::vector<unit_origin> origins_on(std::size_t unit, const date& on) const;

    /// What the figures of `unit` in `year` may be compared with. Last year's unit is the one that existed on 31
    /// December, when the year was scored. `year` is 2..9999.
    [[nodiscard]] year_comparison comparable_with_last_year(std::size_t unit, int year) const;

    struct contents;  ///< Private to the library.

private:
    explicit organization_registry(std::shared_ptr<const contents> data) noexcept : data_(std::move(data)) {}

    std::shared_ptr<const contents> data_;
};

}  // namespace parindex::inline v0
