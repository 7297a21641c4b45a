// How often each variable scope was opened: what default names go by.
#include <fmt/format.h>

#include "analyzer/tensorflow/naming.h"

namespace tfscope {

void Naming::SetCount(Graph& state, const std::string& scope, uint32_t count) {
  uint32_t& slot = state.scope_counts[scope];
  Write([&state, scope, old = slot] {
    state.scope_counts[scope] = old;
    state.count_changes.pop_back();
  });
  state.count_changes.push_back({scope, slot});
  slot = count;
}

void Naming::OpenScope(GraphIndex graph, const std::string& name) {
  Graph& state = *graphs_[graph];
  SetCount(state, name, state.scope_counts[name] + 1);
}

void Naming::CloseSubscopes(GraphIndex graph, std::string_view name) {
  Graph& state = *graphs_[graph];
  std::string prefix = std::string(name) + "/";
  for (auto it = state.scope_counts.lower_bound(prefix); it != state.scope_counts.end(); ++it) {
    if (!it->first.starts_with(prefix)) break;
    if (it->second != 0) SetCount(state, it->first, 0);
  }
}

std::string Naming::UniqueScope(GraphIndex graph, const std::string& wanted) const {
  const Counts& counts = graphs_[graph]->scope_counts;
  auto is_free = [&](const std::string& name) {
    auto found = counts.find(name);
    return found == counts.end() || found->second == 0;
  };
  if (is_free(wanted)) return wanted;
  uint32_t suffix = 1;
  while (!is_free(fmt::format("{}_{}", wanted, suffix))) ++suffix;
  return fmt::format("{}_{}", wanted, suffix);
}

void Naming::RestoreScopeCounts(GraphIndex graph, size_t remembered) {
  Graph& state = *graphs_[graph];
  while (state.count_changes.size() > remembered) {
    CountChange change = state.count_changes.back();
    uint32_t& slot = state.scope_counts[change.scope];
    Write([&state, change, current = slot] {
      state.scope_counts[change.scope] = current;
      state.count_changes.push_back(change);
    });
    slot = change.before;
    state.count_changes.pop_back();
  }
}

}  // namespace tfscope
