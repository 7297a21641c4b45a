#include "rules/creations.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "rules/rule.h"

namespace tfscope {
namespace {

constexpr size_t kShownNames = 4;

std::string LastComponent(const std::string& name) { return name.substr(name.rfind('/') + 1); }

/// What two creations have in common if the second was meant to be the first: graph, variable scope, and the given name
/// or else the call.
using Wish = std::tuple<GraphId, std::string, std::string, FileId, uint32_t>;

Wish WishOf(const VariableMade& made) {
  if (!made.key.empty()) {
    return {made.graph, std::string(ScopeOf(made.key)), LastComponent(made.key), kNoFile, 0};
  }
  if (made.explicit_name && made.api.ends_with("ariable")) {
    const size_t slash = made.given_name.rfind('/');
    std::string scope = made.variable_scope;
    if (slash != std::string::npos) scope += (scope.empty() ? "" : "/") + made.given_name.substr(0, slash);
    return {made.graph, scope, LastComponent(made.given_name), kNoFile, 0};
  }
  return {made.graph, made.variable_scope, LastComponent(made.given_name), made.site.call.file, made.site.call.begin};
}

/// Whether the author can have expected `made` to be shared. State that is not trained and has no name is often meant
/// to be one's own.
bool AsksForSharing(const VariableMade& made) {
  return IsOutsideStore(made) && made.reuse_in_force && (made.trainable || made.explicit_name);
}

}  // namespace

void AddToGroup(std::vector<CreationGroup>& groups, const VariableMade& made, const VariableMade* original) {
  const auto same_call = [&](const CreationGroup& group) { return group.first->site.call == made.site.call; };
  const auto found = std::ranges::find_if(groups, same_call);
  if (found == groups.end()) {
    groups.push_back({&made, original, {}});
  } else {
    found->others.push_back(made.name);
  }
}

std::string OthersText(const CreationGroup& group) {
  if (group.others.empty()) return {};
  std::string text = "later calls make ";
  for (size_t index = 0; index < group.others.size() && index < kShownNames; ++index) {
    text += fmt::format("{}`{}`", index == 0 ? "" : ", ", group.others[index]);
  }
  if (group.others.size() > kShownNames) text += fmt::format(" and {} more", group.others.size() - kShownNames);
  return text;
}

std::vector<IgnoredReuse> FindIgnoredReuse(const EventLog& log) {
  std::vector<IgnoredReuse> found;
  std::map<Wish, std::vector<const VariableMade*>> earlier;
  std::set<std::tuple<const VariableMade*, uint32_t>> repeated;  // an original in an entry: once
  for (const VariableMade* made : log.Of<VariableMade>()) {
    std::vector<const VariableMade*>& same = earlier[WishOf(*made)];
    if (AsksForSharing(*made)) {
      const auto original = std::ranges::find_if(same, [&](const VariableMade* other) {
        const bool apart = other->scope_entry != made->scope_entry || !other->reuse_in_force;
        return apart && repeated.emplace(other, made->scope_entry).second;
      });
      if (original != same.end()) found.push_back({made, *original});
    }
    same.push_back(made);
  }
  return found;
}

}  // namespace tfscope
