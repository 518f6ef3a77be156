// `minhbach`: the one program. Answers that other programs read (token, key, JSON) go to standard output, everything a
// person reads to standard error; the exit status is 0, 1 (refused or failed) or 2 (called wrongly).
#pragma once

namespace minhbach::api::cli {

int run(int argc, char** argv);

}  // namespace minhbach::api::cli
