// import and from ... import.
#include "analyzer/evaluator/compiler/code_compiler.h"

namespace tfscope {

void CodeCompiler::CompileImport(NodeId id) {
  for (NodeId alias : tree_.Children(id)) {
    NodeId as = tree_[alias].child_count > 0 ? tree_.Child(alias, 0) : kNoNode;
    LoadNone(alias);
    emit_.Emit(Opcode::kImportName, alias, emit_.NameIndex(names_.Name(tree_[alias].atom)));
    if (as != kNoNode) {
      CompileImportAs(alias, as);
      continue;
    }
    std::string_view name = names_.Text(tree_[alias].atom);
    StoreName(names_.Mangle(scope_.class_name, names_.Name(name.substr(0, name.find('.')))), alias);
  }
}

/// module -> . `import a.b.c as d` takes `b` of `a` and `c` of that.
void CodeCompiler::CompileImportAs(NodeId alias, NodeId as) {
  std::string_view rest = names_.Text(tree_[alias].atom);
  for (size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    rest.remove_prefix(dot + 1);
    emit_.Emit(Opcode::kImportFrom, alias, emit_.NameIndex(names_.Name(rest.substr(0, rest.find('.')))));
    emit_.Emit(Opcode::kSwap, alias, 2);
    emit_.Emit(Opcode::kPop, alias);
  }
  Store(as);
}

void CodeCompiler::CompileImportFrom(NodeId id) {
  const Node& node = tree_[id];
  bool star = (node.flags & kStar) != 0;
  std::vector<Value> wanted;
  if (star) wanted.push_back(Value::Of(names_.Name("*")));
  for (NodeId alias : tree_.Children(id)) wanted.push_back(Value::Of(names_.Name(tree_[alias].atom)));
  LoadConstant(names_.constants().NewTuple(std::move(wanted)), id);
  emit_.Emit(Opcode::kImportName, id, emit_.NameIndex(names_.Name(node.atom)), node.op);
  // In a function of Python 2 there is no namespace to put the names in, see LoadName.
  if (star) return emit_.Emit(scope_.is_function() ? Opcode::kPop : Opcode::kImportStar, id);
  for (NodeId alias : tree_.Children(id)) {
    NodeId as = tree_[alias].child_count > 0 ? tree_.Child(alias, 0) : kNoNode;
    emit_.Emit(Opcode::kImportFrom, alias, emit_.NameIndex(names_.Name(tree_[alias].atom)));
    if (as != kNoNode) {
      Store(as);
    } else {
      StoreName(Name(tree_[alias].atom), alias);
    }
  }
  emit_.Emit(Opcode::kPop, id);
}

}  // namespace tfscope
