#include "api/version.hpp"

#include <array>
#include <iostream>

#include "api/cli/commands.hpp"
#include "events/files.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::cli {

int version(bool lists_dependencies) {
    if (!lists_dependencies) {
        std::cout << kVersion << "\n";
        return 0;
    }
    const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    for (const auto& path :
         std::array{folder / "minhbach.cdx.json", folder.parent_path() / "share/minhbach/minhbach.cdx.json"}) {
        const auto list = events::read_file(path);
        if (!list) continue;
        std::cout << *list;
        return 0;
    }
    return tell(not_found("Không tìm thấy minhbach.cdx.json cạnh chương trình.",
                          "There is no minhbach.cdx.json beside the program."));
}

}  // namespace minhbach::api::cli
