#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/store_record.h"
#include "icc/files.h"
#include "icc/store.h"

namespace icc {
namespace {

constexpr std::size_t chunk_records = 256;
constexpr std::size_t most_threads = 64;
constexpr std::size_t enough_threads = 8;
constexpr std::size_t threads_a_core = 4;  // costs nothing, and hides the wait for a cold disk
constexpr std::size_t few_records = 300;   // for which starting threads takes longer than reading
constexpr std::size_t window_a_thread = 2;

std::size_t suggested_threads() {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  return std::min(enough_threads, threads_a_core * cores);
}

/// What the workers and the taker of a scan share.
class Belt {
 public:
  Belt(std::size_t count, std::size_t window) : count_(count), done_(window) {}

  /// The next chunk to work on, as soon as the window has room; none when there is nothing left.
  std::optional<std::size_t> next();
  /// The work on a chunk is done.
  void done(std::size_t chunk);
  /// Waits until a chunk is done; false when it never will be.
  bool wait_for(std::size_t chunk);
  /// A chunk is taken; its place in the window is free.
  void taken(std::size_t chunk);
  /// No more work; those who wait are woken.
  void stop(bool failed);
  [[nodiscard]] bool has_failed();

 private:
  bool has_room() const { return stopped_ || next_ == count_ || next_ < taken_ + done_.size(); }

  std::size_t count_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
  std::vector<bool> done_;  // by chunk modulo the window
  bool stopped_ = false;
  bool failed_ = false;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable progress_;
};

std::optional<std::size_t> Belt::next() {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [&] { return has_room(); });
  if (stopped_ || next_ == count_) return std::nullopt;
  return next_++;
}

void Belt::done(std::size_t chunk) {
  const std::lock_guard lock(mutex_);
  done_[chunk % done_.size()] = true;
  progress_.notify_one();
}

bool Belt::wait_for(std::size_t chunk) {
  std::unique_lock lock(mutex_);
  const std::size_t place = chunk % done_.size();
  progress_.wait(lock, [&] { return stopped_ || done_[place]; });
  return !stopped_;
}

void Belt::taken(std::size_t chunk) {
  const std::lock_guard lock(mutex_);
  done_[chunk % done_.size()] = false;
  taken_ = chunk + 1;
  room_.notify_all();
}

void Belt::stop(bool failed) {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  failed_ = failed_ || failed;
  room_.notify_all();
  progress_.notify_all();
}

bool Belt::has_failed() {
  const std::lock_guard lock(mutex_);
  return failed_;
}

/// Calls what may run out of memory; answers whether it came back.
template <class Call>
bool survives(const Call& call) {
  try {
    call();
    return true;
  } catch (...) {
    return false;
  }
}

void work_on(Belt& belt, const std::function<void(std::size_t)>& work) {
  const bool survived = survives([&] {
    while (const auto chunk = belt.next()) {
      work(*chunk);
      belt.done(*chunk);
    }
  });
  if (!survived) belt.stop(true);
}

void take_all(Belt& belt, std::size_t count, const std::function<bool(std::size_t)>& take) {
  for (std::size_t chunk = 0; chunk < count && belt.wait_for(chunk); ++chunk) {
    if (!take(chunk)) return;
    belt.taken(chunk);
  }
}

/// As many threads as there can be, at most `count`; a machine that has no more is no error.
std::vector<std::thread> started(std::size_t count, const std::function<void()>& body) {
  std::vector<std::thread> threads;
  static_cast<void>(survives([&] {
    threads.reserve(count);
    while (threads.size() < count) threads.emplace_back(body);
  }));
  return threads;
}

Result<void> out_of_memory() {
  return failed(Failure::environment, "the memory is used up");
}

}  // namespace

Store::Chunks Store::chunks_of(std::size_t records, std::size_t threads) {
  Chunks chunks;
  chunks.count = (records + chunk_records - 1) / chunk_records;
  if (threads == 0) threads = records < few_records ? 1 : suggested_threads();
  chunks.threads = std::clamp<std::size_t>(chunks.count, 1, std::min(threads, most_threads));
  chunks.window = chunks.threads == 1 ? 1 : chunks.threads * window_a_thread;
  return chunks;
}

void Store::report_progress(std::size_t chunk, std::size_t all) const {
  if (scanning_.progress) scanning_.progress(std::min((chunk + 1) * chunk_records, all), all);
}

void Store::read_chunk(const std::vector<std::string>& paths, std::size_t chunk,
                       const std::function<void(Record&&)>& each) const {
  const std::size_t begin = chunk * chunk_records;
  const std::size_t count = std::min(chunk_records, paths.size() - begin);
  files_->read(std::span(paths).subspan(begin, count), ReadLimits{}.bytes,
               [&](const std::string& path, const Result<std::string_view>& bytes) {
                 each(record_of(path, bytes));
               });
}

Result<void> Store::run(const Chunks& chunks) {
  Belt belt(chunks.count, chunks.window);
  std::vector<std::thread> workers;
  if (chunks.threads > 1) {
    workers = started(chunks.threads, [&] { work_on(belt, chunks.work); });
  }
  if (workers.empty()) return run_here(chunks);
  if (!survives([&] { take_all(belt, chunks.count, chunks.take); })) belt.stop(true);
  belt.stop(false);
  for (std::thread& worker : workers) worker.join();
  return belt.has_failed() ? out_of_memory() : Result<void>();
}

Result<void> Store::run_here(const Chunks& chunks) {
  const bool survived = survives([&] {
    for (std::size_t chunk = 0; chunk < chunks.count; ++chunk) {
      chunks.work(chunk);
      if (!chunks.take(chunk)) return;
    }
  });
  return survived ? Result<void>() : out_of_memory();
}

}  // namespace icc
