// Weights that a program keeps out of MODEL_VARIABLES while other weights are in it, or while it reads that collection,
// are neither saved nor restored by code that goes by the collection. Reported where the weight is created.
#include "rules/rule.h"

#include <algorithm>
#include <set>

namespace tfscope {

extern const RuleInfo kNotInModelVariables{
    .code = "TFV301",
    .name = "not-in-model-variables",
    .since = "0.1.0",
    .severity = Severity::kWarning,
    .summary = "A weight is not in the collection MODEL_VARIABLES, in a program that uses this collection."};

namespace {

constexpr std::string_view kModelVariables = "model_variables";

/// Whether a call adds what it makes to the collection unasked, beside weights that the program makes otherwise: an
/// input layer of feature columns, a normalization, a bias. Who calls these does not go by the collection.
bool AddsUnasked(std::string_view api) {
  constexpr std::string_view kHelpers[] = {"tf.contrib.layers.batch_norm", "tf.contrib.layers.bias_add",
                                           "tf.contrib.layers.group_norm", "tf.contrib.layers.instance_norm",
                                           "tf.contrib.layers.layer_norm"};
  return api.starts_with("tf.feature_column.") || std::ranges::find(kHelpers, api) != std::end(kHelpers);
}

/// What makes a graph one that uses the collection.
struct Use {
  const CollectionRead* read = nullptr;
  const VariableMade* member = nullptr;
};

Use UseOf(const EventLog& log, GraphId graph, const std::set<VariableId>& members) {
  Use use;
  for (const CollectionRead* read : log.Of<CollectionRead>()) {
    if (read->graph == graph && read->collection == kModelVariables) {
      use.read = read;
      break;
    }
  }
  for (const VariableId member : members) {
    const VariableMade* made = log.Made(member);
    if (made == nullptr || AddsUnasked(made->api)) continue;
    use.member = made;
    break;
  }
  return use;
}

std::set<VariableId> Members(const std::vector<VariableState>& variables) {
  std::set<VariableId> members;
  for (const VariableState& state : variables) {
    if (std::ranges::find(state.collections, kModelVariables) != state.collections.end())
      members.insert(state.variable);
  }
  return members;
}

void CheckGraph(const EventLog& log, GraphId graph, Reporter& report) {
  const std::set<VariableId> members = Members(log.graphs[graph]);
  const Use use = UseOf(log, graph, members);
  if (use.read == nullptr && use.member == nullptr) return;
  std::vector<Span> told;  // a call that makes many weights is one mistake
  for (const VariableState& state : log.graphs[graph]) {
    const VariableMade* made = log.Made(state.variable);
    if (made == nullptr || !made->trainable || members.contains(state.variable)) continue;
    if (std::ranges::find(told, made->site.call) != told.end()) continue;
    told.push_back(made->site.call);
    auto finding = report.Emit(kNotInModelVariables, made->site, "`{}` is not in MODEL_VARIABLES", made->name);
    finding.Certain(made->certainty).Variable(made->name);
    finding.Mark(report.NameArgument(made->site),
                 fmt::format("a weight that {} does not add to MODEL_VARIABLES", made->api));
    if (use.read != nullptr) finding.Second(use.read->site, use.read->site.call, "MODEL_VARIABLES is read");
    if (use.member != nullptr) {
      finding.Second(use.member->site, report.NameArgument(use.member->site),
                     fmt::format("`{}` is added to it", use.member->name));
    }
    finding.CalledFrom(made->site, "created in a call");
    finding.Help(
        "create it with tf.contrib.framework.model_variable, or pass it to tf.contrib.framework.add_model_variable");
  }
}

}  // namespace

void CheckNotInModelVariables(const EventLog& log, Reporter& report) {
  // A program that an error ends may still have added its variables further down.
  if (log.error.has_value()) return;
  for (GraphId graph = 0; graph < log.graphs.size(); ++graph) CheckGraph(log, graph, report);
}

}  // namespace tfscope
