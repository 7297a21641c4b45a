// The hashes by which GitHub's code scanning knows a line again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tfscope {

/// `primaryLocationLineHash` of each line: a hash in hexadecimal of the hundred characters from its start that are not
/// blanks or tabs, and the number of the line among those with that hash. The same as what GitHub's upload action adds
/// to results that have none. `text` has LF line ends.
std::vector<std::string> LineHashes(std::string_view text);

}  // namespace tfscope
