// Places: the user's call that is being evaluated, its call stack, and the output of the program.
#include "analyzer/evaluator/long_loops.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

/// The frame is at a place of the user's files. Code that `eval` and `exec` run has none: it is in a text.
bool HasPlace(const Frame& frame) {
  return !frame.globals->is_library && frame.code->tree->file() == frame.globals->file;
}

/// TensorFlow's own code runs, and nothing of the user's was called since `frame`.
bool RunsTensorFlowAbove(const Frame& frame, const Frame* innermost) {
  if (innermost == nullptr || !innermost->globals->name->text.starts_with("tensorflow")) return false;
  while (innermost != nullptr && innermost->globals->is_library) innermost = innermost->back;
  return innermost == &frame;
}

}  // namespace

Frame* Machine::UserFrame() const {
  Frame* frame = frame_;
  while (frame != nullptr && !HasPlace(*frame)) frame = frame->back;
  return frame;
}

/// The node of the instruction that a frame is at. CPython 3.7 calls `__exit__` on the line of the last statement of
/// the block; an error of a scope of TensorFlow is told where the exception that the scope gets was raised, the line
/// that a traced CPython gives (oracle cases scope_error_in_unclosed and scope_error_in_exit_stack).
Span Machine::SpanOf(const Frame& frame) const {
  const Code& code = *frame.code;
  if (code.nodes.empty()) return code.tree->SpanOf(code.node);
  size_t index = frame.next == 0 ? 0 : frame.next - 1;
  const bool exits = index < code.instructions.size() && code.instructions[index].opcode == Opcode::kWithExcept;
  if (exits && RunsTensorFlowAbove(frame, frame_)) index = frame.raised;
  NodeId node = code.nodes[std::min(index, code.nodes.size() - 1)];
  return code.tree->SpanOf(node == kNoNode ? code.node : node);
}

Span Machine::CurrentSpan() const { return frame_ == nullptr ? Span() : SpanOf(*frame_); }

CallStacks& Machine::stacks() { return program_.stacks(); }

/// The user's calls that lead to `frame`, itself one of the user's.
CallStackId Machine::StackOf(Frame* frame) {
  std::vector<Frame*> pending;
  while (frame != nullptr && !frame->has_stack_id) {
    if (HasPlace(*frame)) pending.push_back(frame);
    frame = frame->back;
  }
  Frame* caller = frame;
  CallStackId stack = kNoCallStack;
  for (size_t i = pending.size(); i-- > 0;) {
    if (caller != nullptr && HasPlace(*caller)) {
      stack = stacks().Push(caller->stack_id, SpanOf(*caller), std::string(caller->code->name->text));
    }
    pending[i]->stack_id = stack;
    pending[i]->has_stack_id = true;
    caller = pending[i];
  }
  return pending.empty() ? (frame == nullptr ? kNoCallStack : frame->stack_id) : pending[0]->stack_id;
}

Site Machine::CurrentSite() {
  Site site;
  Frame* frame = UserFrame();
  if (frame == nullptr) return site;
  site.call = SpanOf(*frame);
  site.stack = StackOf(frame);
  site.function = std::string(frame->code->name->text);
  const Code& code = *frame->code;
  size_t index = frame->next == 0 ? 0 : frame->next - 1;
  NodeId node = index < code.nodes.size() ? code.nodes[index] : kNoNode;
  if (node == kNoNode || (*code.tree)[node].kind != NodeKind::kCall) return site;
  auto children = code.tree->Children(node);
  for (NodeId child : children.subspan(1)) {
    const Node& argument = (*code.tree)[child];
    std::string keyword;
    if (argument.kind == NodeKind::kKeyword) keyword = program_.interner().Text(argument.atom);
    if (argument.kind == NodeKind::kDoubleStarred) keyword = "**";
    if (argument.kind == NodeKind::kStarred) keyword = "*";
    site.arguments.push_back({std::move(keyword), code.tree->SpanOf(child)});
  }
  return site;
}

void Machine::Print(std::string_view text) {
  print_space_ = false;
  while (!text.empty()) {
    size_t end = text.find('\n');
    if (!line_open_) log_.output.emplace_back();
    log_.output.back() += text.substr(0, end);
    line_open_ = end == std::string_view::npos;
    if (line_open_) return;
    text.remove_prefix(end + 1);
  }
}

std::string Machine::FileName(FileId file) const { return program_.sources().file(file).path; }

int64_t Machine::LineOf(Span span) const { return program_.sources().Begin(span).line; }

Value Machine::Fresh(TypeHint hint) { return heap_.Fresh(hint, CurrentSpan()); }

bool Machine::Charge(uint64_t cost) {
  if (halted_) return false;
  if (heap_.used() > options_.budgets.memory) return Halt("memory");
  instructions_.NoteEvents(log_.events.size());
  if (instructions_.stalls(trail().naming_writes()) && !LeaveLongLoops()) return Halt("instructions");
  if (!instructions_.Spend(cost)) return Halt("instructions");
  return true;
}

/// In a stretch that does not touch the graphs: goes on with the last item of the loop, or the second time of all of
/// the loops, that the user's code is in. False if there are none.
bool Machine::LeaveLongLoops() {
  if (!instructions_.graphs_are_unchanged(trail().naming_writes())) return false;
  if (instructions_.leaves_loops_without_end()) return false;
  const Frame* frame = SkipToLastItem(heap_, frame_, instructions_.left_loops());
  if (frame == nullptr) return false;
  instructions_.NoteLoopsLeft();
  log_.complete = false;
  Emit(LimitReached{"iterations", SpanOf(*frame)});
  return true;
}

/// Ends the root: a budget is spent.
bool Machine::Halt(std::string what) {
  instructions_.End();
  halted_ = true;
  log_.complete = false;
  for (const Frame* active = frame_; active != nullptr; active = active->back) active->code->cut_off = true;
  Frame* frame = UserFrame();
  Emit(LimitReached{std::move(what), frame == nullptr ? Span() : SpanOf(*frame)});
  return false;
}

}  // namespace tfscope
