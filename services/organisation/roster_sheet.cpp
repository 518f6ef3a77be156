#include "services/organisation/roster_sheet.hpp"

#include <algorithm>

#include "services/organisation/roster_cells.hpp"

namespace minhbach::services::organisation {
namespace {

constexpr std::size_t kRowsMax = 20;   // looked at
constexpr std::size_t kNamesMin = 5;   // a row with fewer is none
constexpr std::size_t kHeightMax = 3;  // of a heading whose cells are merged downwards

struct Counted {
    std::size_t known = 0;
    std::size_t other = 0;
};

class Finder {
public:
    Finder(const std::vector<CsvRow>& rows, std::span<const std::string_view> names) : rows_(rows), names_(names) {}

    std::optional<SheetHeader> find() const {
        const auto count = std::min(rows_.size(), kRowsMax);
        std::size_t best = 0, known = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto here = counted(i).known;
            if (here > known) best = i, known = here;
        }
        if (known < kNamesMin) return std::nullopt;
        // A row below that holds nothing but names is part of the heading.
        auto bottom = best;
        while (bottom + 1 < count && bottom + 1 - best < kHeightMax && counted(bottom + 1).known > 0 &&
               counted(bottom + 1).other == 0)
            ++bottom;
        SheetHeader found{{rows_[bottom].line, {}}, bottom + 1};
        const auto top = bottom + 1 > kHeightMax ? bottom + 1 - kHeightMax : 0;
        std::size_t width = 0;
        for (auto i = top; i <= bottom; ++i) width = std::max(width, rows_[i].fields.size());
        for (std::size_t column = 0; column < width; ++column)
            found.header.fields.push_back(name_of(column, best, top, bottom));
        return found;
    }

private:
    std::string cell(std::size_t row, std::size_t column) const {
        const auto& fields = rows_[row].fields;
        return column < fields.size() ? std::string(trimmed(fields[column])) : std::string();
    }
    bool is_name(const std::string& text) const {
        return std::find(names_.begin(), names_.end(), text) != names_.end();
    }
    Counted counted(std::size_t row) const {
        Counted counts;
        for (std::size_t column = 0; column < rows_[row].fields.size(); ++column) {
            const auto text = cell(row, column);
            if (text.empty()) continue;
            ++(is_name(text) ? counts.known : counts.other);
        }
        return counts;
    }
    // The lowest name of the heading, else what stands there in place of one.
    std::string name_of(std::size_t column, std::size_t best, std::size_t top, std::size_t bottom) const {
        for (auto row = bottom + 1; row-- > top;) {
            if (auto text = cell(row, column); is_name(text)) return text;
        }
        for (auto row = bottom + 1; row-- > best;) {
            if (auto text = cell(row, column); !text.empty()) return text;
        }
        return {};
    }

    const std::vector<CsvRow>& rows_;
    std::span<const std::string_view> names_;
};

}  // namespace

std::optional<SheetHeader> find_header(const std::vector<CsvRow>& rows, std::span<const std::string_view> names) {
    return Finder(rows, names).find();
}

}  // namespace minhbach::services::organisation
