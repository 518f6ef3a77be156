// Where a browser may be sent after a sign-in: to a page of ours and nowhere else. An address that leads elsewhere
// would make us a stepping stone.
#pragma once

#include <string_view>

namespace minhbach::api::sign_in {

// A path with its query, as it may stand in a Location: printable ASCII alone, for browsers drop tabs and line ends
// wherever they stand and take a backslash for a slash, so that what looks like a path names a host to them.
bool is_own_path(std::string_view path);

}  // namespace minhbach::api::sign_in
