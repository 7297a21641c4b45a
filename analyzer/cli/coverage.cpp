#include "analyzer/cli/coverage.h"

#include <algorithm>
#include <tuple>

#include "analyzer/diagnostics/places.h"

namespace tfscope {

void CoverageCounter::Add(const std::vector<EventLog>& logs) {
  std::set<std::pair<GraphId, std::string>> variables;
  for (const EventLog& log : logs) {
    for (const VariableMade* made : log.Of<VariableMade>()) variables.emplace(made->graph, made->name);
    for (const Assumption* assumption : log.Of<Assumption>()) {
      if (!IsInModel(sources_, assumption->place))
        assumptions_.emplace(assumption->place.file, assumption->place.begin);
    }
    for (const auto& [place, call] : log.unmodelled) unmodelled_.emplace(place, call);
  }
  ++programs_;
  variables_ += variables.size();
}

Coverage CoverageCounter::Result() const {
  Coverage coverage;
  coverage.programs = programs_;
  coverage.variables = variables_;
  coverage.assumptions = assumptions_.size();
  coverage.unmodelled = unmodelled_.size();
  std::map<std::string, UnmodelledFunction> functions;
  for (const auto& [place, call] : unmodelled_) {
    UnmodelledFunction& function = functions[call.name];
    if (function.calls++ == 0) function = {call.name, 1, PlaceText(sources_, call.site.call)};
  }
  for (auto& [name, function] : functions) coverage.unmodelled_functions.push_back(std::move(function));
  std::ranges::stable_sort(coverage.unmodelled_functions, std::ranges::greater(), &UnmodelledFunction::calls);
  return coverage;
}

}  // namespace tfscope
