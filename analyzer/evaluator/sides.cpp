// What follows when a side of an open choice ends: taking it, trying the other, joining both, or forking the path.
#include "analyzer/evaluator/choice.h"
#include "analyzer/evaluator/machine.h"

namespace tfscope {

Machine::Step Machine::TrialSideEnds(Choice& choice, SideEnd end) {
  bool wanted = choice.tired ? end == SideEnd::kLeft : end == SideEnd::kJoined;
  if (wanted) {
    AcceptSide();
    return Step::kNext;
  }
  if (choice.side) {
    choice.first_end = end;
    ReturnToBranch(choice);
    return TakeSide(choice, false);
  }
  if (*choice.first_end > end) {
    AcceptSide();
    return Step::kNext;
  }
  // The true side ended no worse: evaluate it again, this time for good.
  ReturnToBranch(choice);
  Symbol& condition = *choice.condition;
  Frame& frame = *choice.frame;
  Instruction instruction = choice.instruction;
  bool truth = !choice.inverted;
  choice.side = true;
  AcceptSide();
  Decide(condition, true);
  Jump(frame, instruction, truth);
  return Step::kSwitch;
}

/// Takes the side of the newest choice that is being evaluated, without trying the other.
void Machine::AcceptSide() {
  EmitAssumption(*choices_.back());
  CloseChoice();
}

/// The frame of the newest choice suspends inside of a side: who resumes it, and when, cannot be told from here.
void Machine::LeaveBySuspension() {
  Choice& choice = *choices_.back();
  const bool divides = choice.kind == Choice::Kind::kMerge && !paths_.is_explored(choice.branch_place);
  if (divides) return Fork(!choice.side);
  AcceptSide();
}

Machine::Step Machine::MergeSideEnds(Choice& choice, SideEnd end) {
  if (end == SideEnd::kRaised && choice.frame->globals->is_library) {
    // What a model checks of a value that is not known holds: the error is none that the program is known to have.
    ReturnToBranch(choice);
    Symbol& condition = *choice.condition;
    Frame& frame = *choice.frame;
    const Instruction instruction = choice.instruction;
    const bool side = !choice.side;
    const bool truth = side != choice.inverted;
    choice.side = side;
    AcceptSide();
    Decide(condition, side);
    Jump(frame, instruction, truth);
    return Step::kSwitch;
  }
  bool mergeable =
      end == SideEnd::kJoined && trail().naming_writes() == choice.naming_writes && log_.events.size() == choice.events;
  SavedStates states;
  if (!mergeable || !CollectStates(choice, states)) return DividePath(choice, end);
  if (choice.side) {
    choice.first_states = std::move(states);
    ReturnToBranch(choice);
    return TakeSide(choice, false);
  }
  return JoinSides(choice, std::move(states));
}

/// The sides cannot be joined: they become paths, or one of them is taken where both were followed before.
Machine::Step Machine::DividePath(Choice& choice, SideEnd end) {
  if (!paths_.is_explored(choice.branch_place)) {
    Fork(!choice.side);
    return Step::kNext;
  }
  choice.kind = Choice::Kind::kTrial;
  if (!choice.side) choice.first_end = SideEnd::kJoined;
  return TrialSideEnds(choice, end);
}

/// Copies what the current side wrote. False if that cannot be joined with another side's (a generator moved on).
bool Machine::CollectStates(const Choice& choice, SavedStates& states) const {
  for (const Trail::Entry& entry : heap_.trail().Since(choice.mark)) {
    auto* object = static_cast<Object*>(entry.object);
    if (object == nullptr || states.contains(object)) continue;
    if (object->kind == ObjectKind::kFrame && object != choice.frame) {
      if (static_cast<Frame*>(object)->generator != nullptr) return false;
      continue;  // a call that is over
    }
    std::optional<SavedState> state = CopyState(*object);
    if (!state) return false;
    states.emplace(object, std::move(*state));
  }
  return true;
}

/// Both sides came to where they meet without a trace in the naming state: goes on with one state for both.
Machine::Step Machine::JoinSides(Choice& choice, SavedStates second) {
  SavedStates first = std::move(choice.first_states);
  ReturnToBranch(choice);
  for (auto& [object, state] : first) {
    if (!second.contains(object)) second.emplace(object, *CopyState(*object));
  }
  Joiner joiner(heap_, choice.place);
  SavedStates joined;
  for (auto& [object, state] : second) {
    auto found = first.find(object);
    std::optional<SavedState> one = joiner.Join(found == first.end() ? *CopyState(*object) : found->second, state);
    if (!one) {
      TakeSide(choice, true);
      if (paths_.is_explored(choice.branch_place)) {
        AcceptSide();
      } else {
        Fork(false);
      }
      return Step::kSwitch;
    }
    joined.emplace(object, std::move(*one));
  }
  Frame* frame = choice.frame;
  CloseChoice();
  for (auto& [object, state] : joined) RestoreState(heap_, *object, std::move(state));
  SwitchTo(frame);
  return Step::kSwitch;
}

/// The newest choice cannot be joined: from now on its sides are paths of their own, and so are those of the choices
/// around it, whose other sides are still to be evaluated as long as the budget lasts.
void Machine::Fork(bool remaining) {
  choices_.back()->remaining = remaining;
  for (auto& choice : choices_) {
    if (choice->kind == Choice::Kind::kFork) continue;
    const bool is_newest = choice == choices_.back();
    if (choice->kind == Choice::Kind::kMerge && (is_newest || paths_.has_room())) {
      if (!is_newest && !paths_.is_explored(choice->branch_place)) choice->remaining = !choice->side;
      if (choice->remaining) paths_.NoteDivision(choice->branch_place);
    } else if (choice->kind == Choice::Kind::kMerge) {
      paths_.NoteLimit(choice->frame->globals->is_library ? CurrentSite().call : choice->place);
    }
    choice->kind = Choice::Kind::kFork;
    EmitAssumption(*choice);
  }
  Watch();
}

}  // namespace tfscope
