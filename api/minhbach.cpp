// The program: the one place where the parts are put together.
#include "api/cli/program.hpp"

int main(int argc, char** argv) {
    return minhbach::api::cli::run(argc, argv);
}
