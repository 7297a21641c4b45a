#include "analyzer/events/call_stack.h"

#include <algorithm>

namespace tfscope {

CallStackId CallStacks::Push(CallStackId parent, Span call_site, const std::string& caller) {
  auto [found, is_new] =
      ids_.try_emplace(Key{parent, call_site.file, call_site.begin}, static_cast<CallStackId>(entries_.size()));
  if (is_new) entries_.push_back({parent, call_site, caller});
  return found->second;
}

std::vector<CallStackEntry> CallStacks::Unwind(CallStackId id) const {
  std::vector<CallStackEntry> result;
  for (; id != kNoCallStack; id = entries_[id].parent) result.push_back(entries_[id]);
  std::ranges::reverse(result);
  return result;
}

}  // namespace tfscope
