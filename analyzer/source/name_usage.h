// Which names a piece of Python binds and which it expects to find bound, read from its tokens. Enough to tell whether
// one block of a document continues another; no parser, since the source stage stands before the syntax.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace tfscope {

struct NameUsage {
  std::set<std::string, std::less<>> bound;  ///< names of the module that the code binds
  std::set<std::string, std::less<>> free;   ///< names that it reads and has not bound by then; builtins among them
};

NameUsage ReadNameUsage(std::string_view code);

}  // namespace tfscope
