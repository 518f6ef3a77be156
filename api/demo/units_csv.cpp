#include "api/demo/demo.hpp"

namespace minhbach::api::demo {
namespace {

// The assembler finds the file through the include root of this folder.
__asm__(
    ".pushsection .rodata\n"
    ".globl minhbach_demo_units_begin, minhbach_demo_units_end\n"
    "minhbach_demo_units_begin:\n"
    ".incbin \"api/demo/data/quangngai-2023-units.csv\"\n"
    "minhbach_demo_units_end:\n"
    ".byte 0\n"
    ".popsection\n");

}  // namespace

extern "C" const char minhbach_demo_units_begin[];
extern "C" const char minhbach_demo_units_end[];

std::string_view units_csv() {
    return {minhbach_demo_units_begin, minhbach_demo_units_end};
}

}  // namespace minhbach::api::demo
