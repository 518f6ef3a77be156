#include "events/merkle/tile.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "events/refusals.hpp"

namespace minhbach::events::merkle {
namespace {

constexpr std::size_t kPathBytesMax = 64;

// A decimal of at most three digits without leading zero.
std::optional<unsigned> small_number(std::string_view text) {
    unsigned value = 0;
    const auto* end = text.data() + text.size();
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    if (std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
    return value;
}

std::optional<std::uint64_t> grouped_number(std::string_view text) {
    std::uint64_t value = 0;
    bool first = true;
    while (true) {
        const auto slash = text.find('/');
        auto group = text.substr(0, slash);
        if (slash != std::string_view::npos) {
            if (!group.starts_with('x')) return std::nullopt;
            group.remove_prefix(1);
        }
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        if (group.size() != 3 || !std::all_of(group.begin(), group.end(), is_digit)) return std::nullopt;
        // One way to write a number: no leading group of zeros.
        if (first && slash != std::string_view::npos && group == "000") return std::nullopt;
        first = false;
        const auto digits =
            static_cast<std::uint64_t>((group[0] - '0') * 100 + (group[1] - '0') * 10 + (group[2] - '0'));
        if (value > (UINT64_MAX - digits) / 1000) return std::nullopt;
        value = value * 1000 + digits;
        if (slash == std::string_view::npos) return value;
        text.remove_prefix(slash + 1);
    }
}

std::optional<Tile> parse(std::string_view path) {
    constexpr std::string_view kPrefix = "tile/";
    if (path.size() > kPathBytesMax || !path.starts_with(kPrefix)) return std::nullopt;
    path.remove_prefix(kPrefix.size());
    Tile tile;
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    if (path.substr(0, slash) == "entries") {
        tile.entries = true;
    } else {
        const auto level = small_number(path.substr(0, slash));
        if (!level || *level > kLevelMax) return std::nullopt;
        tile.level = *level;
    }
    path.remove_prefix(slash + 1);
    constexpr std::string_view kPartial = ".p/";
    if (const auto partial = path.find(kPartial); partial != std::string_view::npos) {
        const auto width = small_number(path.substr(partial + kPartial.size()));
        if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
        tile.width = *width;
        path = path.substr(0, partial);
    }
    const auto index = grouped_number(path);
    if (!index) return std::nullopt;
    tile.index = *index;
    return tile;
}

}  // namespace

std::string path_of(const Tile& tile) {
    std::string number = std::to_string(tile.index);
    number.insert(0, (3 - number.size() % 3) % 3, '0');
    std::string path = "tile/" + (tile.entries ? std::string("entries") : std::to_string(tile.level));
    for (std::size_t at = 0; at < number.size(); at += 3) {
        path += at + 3 < number.size() ? "/x" : "/";
        path.append(number, at, 3);
    }
    if (tile.width < kTileWidth) path += ".p/" + std::to_string(tile.width);
    return path;
}

Result<Tile> parse_tile_path(std::string_view path) {
    const auto tile = parse(path);
    if (!tile)
        return not_found("Không có ô dữ liệu nhật ký tại đường dẫn này.", "This is not the path of a tile of the log.");
    return *tile;
}

}  // namespace minhbach::events::merkle
