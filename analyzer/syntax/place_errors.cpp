// Statements and expressions that stand where CPython does not compile them.
#include <algorithm>

#include "analyzer/syntax/compile_errors.h"

namespace tfscope {

namespace {

class PlaceChecker {
 public:
  explicit PlaceChecker(const SyntaxTree& tree) : tree_(tree) {}

  std::optional<CompileError> Run() {
    Visit(tree_.root());
    return std::move(error_);
  }

 private:
  /// What surrounds a statement within its function.
  struct Place {
    bool in_function = false;
    bool in_class = false;  ///< directly
    bool is_async = false;
    bool in_loop = false;
    bool in_finally = false;  ///< inside of the innermost loop
    bool generates = false;   ///< the function has a `yield`
  };

  NodeKind KindOf(NodeId id) const { return tree_[id].kind; }

  void Fail(NodeId node, std::string_view message) {
    if (!error_) error_ = CompileError{std::string(message), node};
  }

  void VisitAll(std::span<const NodeId> nodes) {
    for (NodeId node : nodes) Visit(node);
  }

  void VisitIn(Place place, NodeId node) {
    std::swap(place, place_);
    Visit(node);
    place_ = place;
  }

  void Visit(NodeId id) {
    if (id == kNoNode || error_) return;
    const Node& node = tree_[id];
    switch (node.kind) {
      case NodeKind::kFunctionDef:
      case NodeKind::kLambda:
        return VisitFunction(id);
      case NodeKind::kClassDef:
        return VisitClass(id);
      case NodeKind::kWhile:
      case NodeKind::kFor:
        return VisitLoop(id);
      case NodeKind::kTry:
        return VisitTry(id);
      case NodeKind::kReturn:
        CheckReturn(id);
        break;
      case NodeKind::kBreak:
        if (!place_.in_loop) Fail(id, "'break' outside loop");
        break;
      case NodeKind::kContinue:
        if (!place_.in_loop) Fail(id, "'continue' not properly in loop");
        if (place_.in_finally) Fail(id, "'continue' not supported inside 'finally' clause");
        break;
      case NodeKind::kYield:
      case NodeKind::kYieldFrom:
        if (!place_.in_function) Fail(id, "'yield' outside function");
        if (node.kind == NodeKind::kYieldFrom && place_.is_async) Fail(id, "'yield from' inside async function");
        break;
      case NodeKind::kAwait:
        CheckAsync(id, "'await'");
        break;
      case NodeKind::kWith:
        if ((node.flags & kAsync) != 0) CheckAsync(id, "'async with'");
        break;
      case NodeKind::kExpressionStatement:
        if (KindOf(tree_.Child(id, 0)) == NodeKind::kStarred) Fail(id, "can't use starred expression here");
        break;
      case NodeKind::kAssign:
        CheckTargets(id);
        break;
      default:
        break;
    }
    VisitAll(tree_.Children(id));
  }

  void CheckAsync(NodeId id, std::string_view what) {
    if (place_.is_async) return;
    const bool outside = !place_.in_function && what == "'await'";
    Fail(id, std::string(what) + (outside ? " outside function" : " outside async function"));
  }

  void CheckReturn(NodeId id) {
    if (!place_.in_function) Fail(id, "'return' outside function");
    const bool has_value = tree_[id].child_count > 0 && tree_.Child(id, 0) != kNoNode;
    if (has_value && place_.is_async && place_.generates) Fail(id, "'return' with value in async generator");
  }

  void CheckTargets(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    for (NodeId target : children.first(children.size() - 1)) {
      if (KindOf(target) == NodeKind::kStarred) Fail(id, "starred assignment target must be in a list or tuple");
      CheckStars(id, target);
    }
    if (KindOf(children.back()) == NodeKind::kStarred) Fail(id, "can't use starred expression here");
  }

  void CheckStars(NodeId statement, NodeId target) {
    if (KindOf(target) != NodeKind::kTuple && KindOf(target) != NodeKind::kList) return;
    auto starred = [this](NodeId element) { return KindOf(element) == NodeKind::kStarred; };
    if (std::ranges::count_if(tree_.Children(target), starred) > 1) {
      Fail(statement, "two starred expressions in assignment");
    }
    for (NodeId element : tree_.Children(target)) CheckStars(statement, element);
  }

  void VisitFunction(NodeId id) {
    const Node& node = tree_[id];
    const bool is_lambda = node.kind == NodeKind::kLambda;
    std::span<const NodeId> children = tree_.Children(id);
    const size_t body = is_lambda ? 1 : 2;
    for (size_t i = 0; i < children.size(); ++i) {
      if (i != body) Visit(children[i]);
    }
    Place place;
    place.in_function = true;
    place.is_async = (node.flags & kAsync) != 0;
    place.generates = HasYield(children[body]);
    VisitIn(place, children[body]);
  }

  bool HasYield(NodeId id) const {
    if (id == kNoNode) return false;
    const NodeKind kind = KindOf(id);
    if (kind == NodeKind::kYield || kind == NodeKind::kYieldFrom) return true;
    if (kind == NodeKind::kFunctionDef || kind == NodeKind::kLambda || kind == NodeKind::kClassDef) return false;
    return std::ranges::any_of(tree_.Children(id), [this](NodeId child) { return HasYield(child); });
  }

  void VisitClass(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    for (size_t i = 0; i < children.size(); ++i) {
      if (i != 1) Visit(children[i]);
    }
    VisitIn({.in_class = true}, children[1]);
  }

  void VisitLoop(NodeId id) {
    const Node& node = tree_[id];
    if ((node.flags & kAsync) != 0) CheckAsync(id, "'async for'");
    std::span<const NodeId> children = tree_.Children(id);
    const size_t body = node.kind == NodeKind::kFor ? 2 : 1;
    for (size_t i = 0; i < children.size(); ++i) {
      if (i != body) Visit(children[i]);
    }
    Place place = place_;
    place.in_loop = true;
    place.in_finally = false;
    VisitIn(place, children[body]);
  }

  /// The statement of a block that CPython compiles last, and whose line the next error has.
  NodeId LastStatement(NodeId block) const {
    NodeId last = block;
    while (KindOf(block) == NodeKind::kBlock && tree_[block].child_count > 0) {
      last = tree_.Children(block).back();
      const NodeKind kind = KindOf(last);
      if (kind == NodeKind::kFunctionDef || kind == NodeKind::kClassDef || tree_[last].child_count == 0) break;
      block = tree_.Children(last).back();
      if (block == kNoNode) break;
    }
    return last;
  }

  void VisitTry(NodeId id) {
    std::span<const NodeId> children = tree_.Children(id);
    Visit(children[0]);
    std::span<const NodeId> handlers = children.subspan(3);
    NodeId last = LastStatement(children[0]);
    for (NodeId handler : handlers) {
      const bool catches_all = tree_.Child(handler, 0) == kNoNode;
      if (catches_all && handler != handlers.back()) Fail(last, "default 'except:' must be last");
      Visit(handler);
      last = LastStatement(tree_.Children(handler).back());
    }
    Visit(children[1]);
    Place place = place_;
    place.in_finally = place.in_loop;
    VisitIn(place, children[2]);
  }

  const SyntaxTree& tree_;
  Place place_;
  std::optional<CompileError> error_;
};

}  // namespace

std::optional<CompileError> PlaceError(const SyntaxTree& tree) { return PlaceChecker(tree).Run(); }

}  // namespace tfscope
