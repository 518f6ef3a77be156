// The program: the one place where the parts are put together.
#include "api/cli/program.hpp"

// jemalloc's settings. What is freed goes back to the machine, so that a limit on memory meets what is in use and not
// what once was; a few arenas are enough for a few threads.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "retain:false,narenas:4";
}

int main(int argc, char** argv) {
    return minhbach::api::cli::run(argc, argv);
}
