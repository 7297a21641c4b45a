// Conditions that the source does not fix: which branches are decided, and the opening of choices.
#include "analyzer/evaluator/choice.h"
#include "analyzer/evaluator/machine.h"
#include "analyzer/evaluator/program.h"

namespace tfscope {

namespace {

constexpr uint32_t kLoopTurns = 2;  // how often an unknown loop runs its body

/// `not x` is decided with `x`.
Symbol* BaseOf(Symbol* condition, bool* inverted) {
  while (condition->operation == Symbol::Operation::kUnary &&
         condition->detail == static_cast<uint8_t>(UnaryOperator::kNot) && condition->a.is_unknown()) {
    condition = condition->a.symbol();
    *inverted = !*inverted;
  }
  return condition;
}

uint32_t& TurnsOf(Frame& frame, uint32_t instruction) {
  for (auto& [index, turns] : frame.unknown_turns) {
    if (index == instruction) return turns;
  }
  return frame.unknown_turns.emplace_back(instruction, 0).second;
}

}  // namespace

/// Performs a conditional jump whose condition, still on the stack, has this truth.
void Machine::Jump(Frame& frame, Instruction instruction, bool truth) {
  switch (instruction.opcode) {
    case Opcode::kJumpIfFalse:
    case Opcode::kLoopIfFalse:
      frame.stack.pop_back();
      if (!truth) frame.next = instruction.arg;
      return;
    case Opcode::kJumpIfTrue:
      frame.stack.pop_back();
      if (truth) frame.next = instruction.arg;
      return;
    case Opcode::kJumpIfFalseOrPop:
    case Opcode::kJumpIfTrueOrPop:
      if (truth == (instruction.opcode == Opcode::kJumpIfTrueOrPop)) {
        frame.next = instruction.arg;
      } else {
        frame.stack.pop_back();
      }
      return;
    default:
      return;
  }
}

Machine::Step Machine::Branch(Frame& frame, Instruction instruction) {
  Value condition = frame.stack.back();
  if (condition.is_bool()) {
    Jump(frame, instruction, condition.as_bool());
    return Step::kNext;
  }
  switch (TruthOf(condition)) {
    case Truth::kRaised:
      return Step::kRaise;
    case Truth::kUnknown:
      return BranchUnknown(frame, instruction, condition);
    case Truth::kTrue:
      Jump(frame, instruction, true);
      return Step::kNext;
    case Truth::kFalse:
      Jump(frame, instruction, false);
      return Step::kNext;
  }
  return Step::kNext;
}

Machine::Step Machine::BranchUnknown(Frame& frame, Instruction instruction, Value condition) {
  if (!condition.is_unknown()) condition = Fresh(TypeHint::kBool);  // an object whose `__bool__` is not known
  bool inverted = false;
  Symbol* symbol = BaseOf(condition.symbol(), &inverted);
  if (auto known = decisions_.find(symbol->id); known != decisions_.end()) {
    Jump(frame, instruction, known->second != inverted);
    return Step::kNext;
  }
  if (instruction.opcode == Opcode::kLoopIfFalse) return LoopUnknown(frame, instruction);
  uint32_t& turns = TurnsOf(frame, frame.next - 1);
  ++turns;
  if (nested_ > 0) {
    Decide(*symbol, true);
    Emit(Assumption{ConditionText(SpanOf(frame)), !inverted, SpanOf(frame)});
    Jump(frame, instruction, !inverted);
    return Step::kNext;
  }
  return OpenChoice(frame, instruction, symbol, inverted, turns > kLoopTurns);
}

Machine::Step Machine::LoopUnknown(Frame& frame, Instruction instruction) {
  uint32_t& turns = TurnsOf(frame, frame.next - 1);
  bool enters = turns < kLoopTurns;
  turns = enters ? turns + 1 : 0;
  Jump(frame, instruction, enters);
  return Step::kNext;
}

void Machine::Decide(const Symbol& condition, bool side) {
  decisions_[condition.id] = side;
  if (trail().recording()) {
    trail().Push([this, id = condition.id] { decisions_.erase(id); });
  }
}

/// The user's call that is evaluated, if this is because a module other than the main one is being imported.
Span Machine::ImportingCall() const {
  const Frame* user = UserFrame();
  for (const Frame* frame = user; frame != nullptr; frame = frame->back) {
    const bool is_module = (*frame->code->tree)[frame->code->node].kind == NodeKind::kModule;
    if (is_module && !frame->globals->is_library && frame->globals != main_) return SpanOf(*user);
  }
  return Span();
}

Machine::Step Machine::OpenChoice(Frame& frame, Instruction instruction, Symbol* symbol, bool inverted, bool tired) {
  auto choice = std::make_unique<Choice>();
  choice->branch = frame.next - 1;
  choice->join = frame.code->JoinOf(frame.next - 1);
  bool explores = options_.mode == Mode::kCheck && !tired;
  bool both = explores && paths_.has_room();
  if (explores && !both) paths_.NoteLimit(frame.globals->is_library ? CurrentSite().call : SpanOf(frame));
  choice->kind = both ? Choice::Kind::kMerge : Choice::Kind::kTrial;
  choice->tired = tired;
  choice->frame = &frame;
  choice->instruction = instruction;
  choice->depth = depth_;
  choice->events = log_.events.size();
  choice->output = log_.output.size();
  choice->line_open = line_open_;
  if (!log_.output.empty()) choice->last_line = log_.output.back();
  choice->condition = symbol;
  choice->inverted = inverted;
  choice->place = SpanOf(frame);
  choice->branch_place = {frame.code, choice->branch, TurnsOf(frame, choice->branch), StackOf(UserFrame()),
                          ImportingCall()};
  choice->naming_writes = trail().naming_writes();
  choice->mark = trail().Open();
  heap_.WillWrite(&frame);
  choices_.push_back(std::move(choice));
  return TakeSide(*choices_.back(), true);
}

/// Goes into one side of a choice whose state is that of the branch.
Machine::Step Machine::TakeSide(Choice& choice, bool side) {
  choice.side = side;
  Decide(*choice.condition, side);
  Jump(*choice.frame, choice.instruction, side != choice.inverted);
  Watch();
  return Step::kSwitch;
}

/// Brings the state back to the branch of the newest choice.
void Machine::ReturnToBranch(const Choice& choice) {
  trail().RollBack(choice.mark);
  pending_ = Value();
  depth_ = choice.depth;
  log_.events.resize(choice.events, Event(LimitReached{}));
  log_.output.resize(choice.output);
  if (!log_.output.empty()) log_.output.back() = choice.last_line;
  line_open_ = choice.line_open;
  SwitchTo(choice.frame);
}

/// Tells the dispatch loop where the side of the newest choice may end.
void Machine::Watch() {
  watch_frame_ = nullptr;
  if (choices_.empty() || choices_.back()->kind == Choice::Kind::kFork) return;
  const Choice& choice = *choices_.back();
  watch_frame_ = choice.frame;
  watch_begin_ = choice.branch;
  watch_join_ = choice.join;
}

/// Called before each instruction of the watched frame.
Machine::Step Machine::CheckWatch() {
  uint32_t next = frame_->next;
  if (next > watch_begin_ && next < watch_join_) return Step::kNext;
  Step step = SideEnds(next == watch_join_ ? SideEnd::kJoined : SideEnd::kLeft);
  return step == Step::kNext ? Step::kSwitch : step;
}

/// A side of the newest choice ended. kNext: go on from here; kSwitch: another side was entered, or the sides were
/// joined.
Machine::Step Machine::SideEnds(SideEnd end) {
  Choice& choice = *choices_.back();
  return choice.kind == Choice::Kind::kMerge ? MergeSideEnds(choice, end) : TrialSideEnds(choice, end);
}

std::string Machine::ConditionText(Span place) { return std::string(program_.sources().Text(place)); }

void Machine::EmitAssumption(Choice& choice) {
  choice.assumed_at = log_.events.size();
  Emit(Assumption{ConditionText(choice.place), choice.side != choice.inverted, choice.place});
}

/// After a path's end: goes into the next untried side of a fork. False: all paths are done.
bool Machine::NextPath() {
  while (!choices_.empty()) {
    Choice& choice = *choices_.back();
    ReturnToBranch(choice);
    if (choice.remaining) {
      bool side = *choice.remaining;
      choice.remaining.reset();
      TakeSide(choice, side);
      // The choices around this one may have become forks after it had begun: what they assume was taken back with it.
      for (const std::unique_ptr<Choice>& outer : choices_) {
        if (outer->kind == Choice::Kind::kFork && outer->assumed_at >= log_.events.size()) EmitAssumption(*outer);
      }
      return true;
    }
    CloseChoice();
  }
  Watch();
  return false;
}

void Machine::CloseChoice() {
  heap_.CloseSnapshot();
  choices_.pop_back();
  Watch();
}

}  // namespace tfscope
