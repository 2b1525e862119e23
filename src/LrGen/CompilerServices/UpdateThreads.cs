using System;
using System.Collections.Generic;
using System.Threading;

namespace LrGen.CompilerServices;

/// <summary>
/// The threads that help with updates, shared by all optimizers of the process. They sleep between updates; one update has them at a time.
/// </summary>
internal static class UpdateThreads
{
    private static readonly object s_turn = new();
    private static readonly List<Helper> s_helpers = [];

    /// <summary>Has the calling thread and helpers do an update; returns when it is done.</summary>
    public static void Run(ParallelUpdate update, int threads)
    {
        int wanted = Math.Min(threads, update.Pieces) - 1;
        // Another optimizer has the helpers: doing the work here is faster than waiting for them.
        if (wanted < 1 || !Monitor.TryEnter(s_turn))
        {
            update.Work();
            return;
        }

        try
        {
            while (s_helpers.Count < wanted)
                s_helpers.Add(new Helper(s_helpers.Count + 1));
            for (int i = 0; i < wanted; i++)
                s_helpers[i].Start(update);
            update.Work();
            for (int i = 0; i < wanted; i++)
                s_helpers[i].Wait();
        }
        finally
        {
            Monitor.Exit(s_turn);
        }
    }

    /// <summary>One thread. A semaphore spins for a moment before it sleeps, and allocates nothing.</summary>
    private sealed class Helper
    {
        private readonly SemaphoreSlim _start = new(0);
        private readonly SemaphoreSlim _done = new(0);
        private ParallelUpdate? _update;

        public Helper(int number) => new Thread(Loop) { IsBackground = true, Name = "LrGen update " + number }.Start();

        public void Start(ParallelUpdate update)
        {
            _update = update;
            _start.Release();
        }

        public void Wait()
        {
            _done.Wait();
            _update = null;
        }

        private void Loop()
        {
            while (true)
            {
                _start.Wait();
                _update!.Work();
                _done.Release();
            }
        }
    }
}
