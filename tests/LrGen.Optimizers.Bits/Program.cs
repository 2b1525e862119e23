using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LrGen;
using LrGen.Optimizers.Bits;

// "bits": one line for each optimizer of this program, with a hash of what it made of parameters.
// "train FILE STEPS": trains on from what the file has, saving after every step; one line with the hash at the end.
// "save FILE KEEP": goes on from what the file has, and saves again and again; "saved" after the first time.
// "log FILE [RECORDS]": logs on from what the file has, as fast as a small training would; never closes the log.
switch (args)
{
    case ["bits"]:
        Console.WriteLine($"lanes {(Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector<float>.Count)}");
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsAssignableTo(typeof(IOptimizer))).OrderBy(t => t.Name, StringComparer.Ordinal))
            Console.WriteLine($"{type.Name} {Hash.Of(() => (IOptimizer)Activator.CreateInstance(type)!):x16}");
        return 0;
    case ["train", var path, var steps]:
        Console.WriteLine($"{KillableTraining.Run(path, int.Parse(steps)):x16}");
        return 0;
    case ["save", var path, var keep]:
        KillableTraining.SaveForEver(path, int.Parse(keep));
        return 0;
    case ["log", var path, .. var records]:
        KillableLog.Run(path, records is [var count] ? int.Parse(count) : int.MaxValue);
        return 0;
    default:
        Console.Error.WriteLine("bits | train FILE STEPS | save FILE KEEP | log FILE [RECORDS]");
        return 1;
}

/// <summary>Hashes of parameters (FNV-1a over their bytes).</summary>
internal static class Hash
{
    private const int Steps = 12;

    public static ulong Of(Func<IOptimizer> create)
    {
        ulong hash = 14695981039346656037;
        // Up to a whole number of the widest vectors and everything beside it.
        foreach (int length in (int[])[.. Enumerable.Range(1, 36), 63, 64, 65, 1_000])
        {
            float[] singles = Numbers(length, 1);
            double[] doubles = [.. singles.Select(x => (double)x)];
            Half[] halves = [.. singles.Select(x => (Half)x)];
            IOptimizer single = create(), real = create(), half = create();
            // A matrix where there are enough numbers for one, and a vector of the rest.
            if (length >= 6)
            {
                AddTensors<float>(single.Parameters, length);
                AddTensors<double>(real.Parameters, length);
                AddTensors<Half>(half.Parameters, length);
            }

            for (int step = 0; step < Steps; step++)
            {
                float[] gradients = Numbers(length, step + 2);
                single.Update(singles, gradients);
                real.Update(doubles, [.. gradients.Select(x => (double)x / 3)]);
                half.Update(halves, [.. gradients.Select(x => (Half)x)]);
            }

            hash = Add(hash, MemoryMarshal.AsBytes<float>(singles));
            hash = Add(hash, MemoryMarshal.AsBytes<double>(doubles));
            hash = Add(hash, MemoryMarshal.AsBytes<Half>(halves));
        }

        return hash;
    }

    public static ulong Add(ulong hash, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            hash = (hash ^ b) * 1099511628211;
        return hash;
    }

    public static float[] Numbers(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    private static void AddTensors<T>(ParameterSet parameters, int length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        parameters.Add<T>("matrix", null, 3, length / 3);
        if (length % 3 > 0)
            parameters.Add<T>("vector", null, length % 3);
    }
}

/// <summary>A training that can be killed at any time and goes on from its file.</summary>
internal static class KillableTraining
{
    private const int Length = 1_000;

    public static ulong Run(string path, int steps)
    {
        float[] parameters = Hash.Numbers(Length, 1);
        var optimizer = new ClippedAdam();
        int calls = 0;
        if (File.Exists(path))
        {
            using var file = File.OpenRead(path);
            using var reader = new BinaryReader(file);
            calls = reader.ReadInt32();
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(parameters.AsSpan()));
            optimizer.Load(file);
        }

        for (; calls < steps; calls++)
        {
            optimizer.Update(parameters, Hash.Numbers(Length, calls + 2));
            int done = calls + 1;
            CheckpointFile.Save(path, file =>
            {
                using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
                writer.Write(done);
                writer.Write(MemoryMarshal.AsBytes<float>(parameters));
                writer.Flush();
                optimizer.Save(file);
            });
        }

        return Hash.Add(0, MemoryMarshal.AsBytes<float>(parameters));
    }

    public static void SaveForEver(string path, int keep)
    {
        // Large enough that most of the time goes into writing.
        float[] parameters = Hash.Numbers(250_000, 1), gradients = Hash.Numbers(250_000, 2);
        var optimizer = new AdamCosine();
        optimizer.Parameters.Add("w", parameters, gradients);
        if (File.Exists(path))
            optimizer.Load(path);
        for (bool isFirst = true; ; isFirst = false)
        {
            optimizer.Update();
            optimizer.Save(path, keep);
            if (isFirst)
                Console.WriteLine("saved");
        }
    }
}
