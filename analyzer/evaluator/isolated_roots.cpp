#include "analyzer/evaluator/isolated_roots.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "analyzer/evaluator/code.h"
#include "analyzer/evaluator/compiler/compiler.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

/// Names under which TensorFlow's API makes, shares, scopes or collects variables, and the modules full of such.
constexpr std::string_view kMakers[] = {"AUTO_REUSE",
                                        "BasicLSTMCell",
                                        "BasicRNNCell",
                                        "Bidirectional",
                                        "BatchNormalization",
                                        "Conv2D",
                                        "Dense",
                                        "Embedding",
                                        "ExponentialMovingAverage",
                                        "GRUCell",
                                        "LSTMCell",
                                        "MODEL_VARIABLES",
                                        "MultiRNNCell",
                                        "RNNCell",
                                        "Saver",
                                        "Variable",
                                        "VariableScope",
                                        "apply_gradients",
                                        "arg_scope",
                                        "batch_norm",
                                        "batch_normalization",
                                        "bidirectional_dynamic_rnn",
                                        "contrib",
                                        "conv2d",
                                        "conv2d_transpose",
                                        "create_global_step",
                                        "dense",
                                        "dynamic_rnn",
                                        "embed_sequence",
                                        "fully_connected",
                                        "get_global_step",
                                        "get_local_variable",
                                        "get_model_variables",
                                        "get_or_create_global_step",
                                        "get_variable",
                                        "get_variable_scope",
                                        "global_variables",
                                        "init_from_checkpoint",
                                        "keras",
                                        "layers",
                                        "local_variable",
                                        "make_template",
                                        "metrics",
                                        "minimize",
                                        "model_variable",
                                        "reuse_variables",
                                        "rnn",
                                        "rnn_cell",
                                        "slim",
                                        "sonnet",
                                        "static_rnn",
                                        "train",
                                        "trainable_variables",
                                        "variable",
                                        "variable_creator_scope",
                                        "variable_op_scope",
                                        "variable_scope"};

bool IsMaker(std::string_view name) { return std::ranges::find(kMakers, name) != std::end(kMakers); }

bool NamesSomething(NodeKind kind) {
  return kind == NodeKind::kName || kind == NodeKind::kAttribute || kind == NodeKind::kAlias ||
         kind == NodeKind::kImportFrom;
}

}  // namespace

void UncalledFunctions::Add(FileId file) {
  if (Code* module = program_.ModuleCode(file); module != nullptr) AddFunctions(file, *module, nullptr, kNoAtom);
}

void UncalledFunctions::AddFunctions(FileId file, Code& body, Str* class_name, Atom class_atom) {
  program_.codes().EnsureCompiled(&body);
  for (const Value& constant : body.constants) {
    const CodeObject* object = As<CodeObject>(constant);
    if (object == nullptr) continue;
    Code& code = *object->code;
    const Node& node = (*code.tree)[code.node];
    if (node.kind == NodeKind::kClassDef && class_name == nullptr) AddFunctions(file, code, code.name, node.atom);
    if (node.kind != NodeKind::kFunctionDef) continue;
    notes_.push_back({file, {&code, class_name}, node.atom, class_atom, MentionsOf(code)});
  }
}

std::vector<Atom> UncalledFunctions::MentionsOf(const Code& code) const {
  const SyntaxTree& tree = *code.tree;
  std::vector<Atom> mentions;
  std::vector<NodeId> pending{code.node};
  while (!pending.empty()) {
    NodeId id = pending.back();
    pending.pop_back();
    if (id == kNoNode) continue;
    if (NamesSomething(tree[id].kind)) mentions.push_back(tree[id].atom);
    auto children = tree.Children(id);
    pending.insert(pending.end(), children.begin(), children.end());
  }
  std::ranges::sort(mentions);
  mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
  return mentions;
}

/// Marks what mentions a maker of variables, and then whatever mentions the name of something marked.
void UncalledFunctions::Spread() {
  std::unordered_map<Atom, std::vector<size_t>> mentioned_by;
  std::unordered_set<Atom> spread;
  std::vector<Atom> pending;
  for (size_t i = 0; i < notes_.size(); ++i) {
    for (Atom atom : notes_[i].mentions) {
      std::vector<size_t>& users = mentioned_by[atom];
      if (users.empty() && IsMaker(program_.interner().Text(atom)) && spread.insert(atom).second)
        pending.push_back(atom);
      users.push_back(i);
    }
  }
  while (!pending.empty()) {
    Atom atom = pending.back();
    pending.pop_back();
    for (size_t i : mentioned_by[atom]) {
      Note& note = notes_[i];
      if (note.touches) continue;
      note.touches = true;
      for (Atom name : {note.name, note.class_name}) {
        if (name != kNoAtom && spread.insert(name).second) pending.push_back(name);
      }
    }
  }
}

bool UncalledFunctions::IsUncalled(const Note& note) { return note.touches && !note.root.function->entered; }

/// Brings `mentioned_` up to date: each function's mentions are added once, and taken away once it was entered.
void UncalledFunctions::CountMentions() {
  for (Note& note : notes_) {
    if (IsUncalled(note) == note.counted) continue;
    note.counted = !note.counted;
    for (Atom atom : note.mentions) {
      if (atom != note.name && atom != note.class_name) mentioned_[atom] += note.counted ? 1 : -1;
    }
  }
}

bool UncalledFunctions::HasCaller(const Note& note) const {
  return std::ranges::any_of(notes_, [&](const Note& other) {
    return other.root.function->cut_off && std::ranges::binary_search(other.mentions, note.name);
  });
}

std::vector<IsolatedRoot> UncalledFunctions::Find(FileId file, bool outermost) {
  if (!spread_) Spread();
  spread_ = true;
  if (outermost) CountMentions();
  std::vector<IsolatedRoot> roots;
  for (const Note& note : notes_) {
    if (note.file != file || !IsUncalled(note)) continue;
    if (outermost && mentioned_[note.name] != 0) continue;
    roots.push_back(note.root);
    roots.back().has_caller = HasCaller(note);
  }
  return roots;
}

}  // namespace tfscope
