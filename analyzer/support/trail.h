// The write trail: how one heap and one graph state serve many paths. While a snapshot is open, the first write to an
// object since that snapshot saves the object's old state; rolling back restores it in reverse order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tfscope {

/// Position in the trail, to which a roll-back returns.
using TrailMark = size_t;

class Trail {
 public:
  /// True while a snapshot is open; outside of one nothing is recorded.
  bool recording() const { return !open_.empty(); }

  /// Number of the newest snapshot. An object whose own epoch is smaller was not saved since.
  uint32_t epoch() const { return epoch_; }

  /// Whether what was made in the epoch `born` is younger than every open snapshot: no roll-back brings it back.
  bool IsTransient(uint32_t born) const { return open_.empty() || born >= open_.back().epoch; }

  /// How to take a write back.
  struct Entry {
    std::function<void()> undo;
    void* object = nullptr;  ///< whose whole state it restores; null if it is no object
    uint32_t since = 0;      ///< the epoch in which the object was made or last saved before
    size_t bytes = 0;        ///< what the saved state takes
  };

  /// Opens a snapshot. Each is closed by one `Close`, in reverse order of opening.
  TrailMark Open() {
    open_.push_back({++epoch_, undo_.size()});
    return undo_.size();
  }

  /// Restores the state at `mark`; the snapshot stays open and gets a new epoch, so that a second side can be tried.
  void RollBack(TrailMark mark) {
    while (undo_.size() > mark) {
      undo_.back().undo();
      undo_.pop_back();
    }
    open_.back().epoch = ++epoch_;
  }

  /// Closes the newest snapshot and keeps what was written; outer snapshots still know how to undo it. States that only
  /// this snapshot needed are forgotten: the bytes that they took.
  size_t Close() {
    const auto begin = undo_.begin() + static_cast<std::ptrdiff_t>(open_.back().mark);
    open_.pop_back();
    size_t bytes = 0;
    const auto end = std::remove_if(begin, undo_.end(), [&](const Entry& entry) {
      const bool is_needed = !open_.empty() && (entry.object == nullptr || !IsTransient(entry.since));
      if (!is_needed) bytes += entry.bytes;
      return !is_needed;
    });
    undo_.erase(end, undo_.end());
    return bytes;
  }

  /// What was written since `mark`, oldest first; an object may stand there once per snapshot.
  std::span<const Entry> Since(TrailMark mark) const { return std::span(undo_).subspan(mark); }

  /// Records how to undo a write that is about to happen. Only call while `recording()`.
  void Push(std::function<void()> undo) { undo_.push_back({std::move(undo)}); }
  void Push(Entry entry) { undo_.push_back(std::move(entry)); }

  /// Counts writes to TensorFlow's naming state. A branch that leaves it unchanged made no naming write.
  void NoteNamingWrite() { ++naming_writes_; }
  uint64_t naming_writes() const { return naming_writes_; }

 private:
  struct Snapshot {
    uint32_t epoch;  ///< that it began
    TrailMark mark;
  };

  std::vector<Entry> undo_;
  std::vector<Snapshot> open_;
  uint32_t epoch_ = 1;
  uint64_t naming_writes_ = 0;
};

}  // namespace tfscope
