using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace LrGen.LanguageServer.Tests;

/// <summary>A language server in a process of its own, spoken to as an editor does: JSON-RPC over its input and output.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _folder;
    private readonly bool _analyzes;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> _requests = new();
    private readonly ConcurrentDictionary<string, int> _versions = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly Lock _writing = new();
    private int _lastRequest;

    private LanguageServer(Process process, string folder, bool analyzes) => (_process, _folder, _analyzes) = (process, folder, analyzes);

    /// <summary>Where csharp-ls is; null where it is not installed.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Append(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "tools"))
        .SelectMany(folder => new[] { System.IO.Path.Combine(folder, "csharp-ls"), System.IO.Path.Combine(folder, "csharp-ls.exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>Starts the server on a folder with a project.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="analyzes">Whether it is to run analyzers.</param>
    public static async Task<LanguageServer> StartAsync(string folder, bool analyzes)
    {
        var start = Programs.Prepare(Path!, folder);
        start.RedirectStandardInput = true;
        var server = new LanguageServer(Process.Start(start)!, folder, analyzes);
        server._process.ErrorDataReceived += (_, e) => server._errors.Enqueue(e.Data ?? "");
        server._process.BeginErrorReadLine();
        _ = Task.Run(server.ReadAsync);
        var capabilities = JsonNode.Parse("""
            {
              "workspace": { "configuration": true, "workspaceFolders": true, "didChangeConfiguration": { "dynamicRegistration": true } },
              "textDocument": { "hover": { "contentFormat": ["markdown"] }, "diagnostic": {}, "completion": {}, "definition": {} }
            }
            """);
        await server.RequestAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = server.Uri(""),
            ["capabilities"] = capabilities,
            ["workspaceFolders"] = new JsonArray(new JsonObject { ["uri"] = server.Uri(""), ["name"] = "consumer" }),
        });
        server.Notify("initialized", new JsonObject());
        server.Notify("workspace/didChangeConfiguration", new JsonObject { ["settings"] = new JsonObject { ["csharp"] = server.Settings() } });
        return server;
    }

    /// <summary>Opens a file with its text on disk.</summary>
    public string Open(string file)
    {
        string text = File.ReadAllText(System.IO.Path.Combine(_folder, file));
        _versions[file] = 1;
        Notify("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri(file), ["languageId"] = "csharp", ["version"] = 1, ["text"] = text },
        });
        return text;
    }

    /// <summary>Replaces the text of an open file, which is not saved.</summary>
    public void Edit(string file, string text) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(file), ["version"] = _versions.AddOrUpdate(file, 1, (_, v) => v + 1) },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    /// <summary>The text of a hover; empty where there is none.</summary>
    public async Task<string> HoverAsync(string file, (int Line, int Character) at) =>
        (string?)(await RequestAsync("textDocument/hover", Position(file, at)))?["contents"]?["value"] ?? "";

    /// <summary>What is offered at a place.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string file, (int Line, int Character) at)
    {
        var list = await RequestAsync("textDocument/completion", Position(file, at));
        return [.. ((list as JsonArray ?? list?["items"] as JsonArray) ?? []).Select(i => (string)i!["label"]!)];
    }

    /// <summary>Where a symbol is defined: files and lines.</summary>
    public async Task<IReadOnlyList<(string Uri, int Line)>> DefinitionsAsync(string file, (int Line, int Character) at) =>
        [.. ((await RequestAsync("textDocument/definition", Position(file, at))) as JsonArray ?? [])
            .Select(d => ((string)d!["uri"]!, (int)d["range"]!["start"]!["line"]!))];

    /// <summary>What is wrong in a file.</summary>
    public async Task<IReadOnlyList<Finding>> DiagnosticsAsync(string file)
    {
        var report = await RequestAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = Uri(file) } });
        return [.. ((report?["items"] as JsonArray) ?? []).Select(d => new Finding(
            d!["code"]?.ToString() ?? "", (int)d["severity"]!, (int)d["range"]!["start"]!["line"]!, (int)d["range"]!["start"]!["character"]!,
            (string)d["message"]!))];
    }

    public string Uri(string file) => new Uri(System.IO.Path.Combine(_folder, file)).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        try
        {
            await RequestAsync("shutdown", null);
            Notify("exit", null);
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        }
        catch (Exception e) when (e is TimeoutException or IOException or InvalidOperationException)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private JsonObject Settings() => new() { ["analyzersEnabled"] = _analyzes };

    private JsonObject Position(string file, (int Line, int Character) at) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(file) },
        ["position"] = new JsonObject { ["line"] = at.Line, ["character"] = at.Character },
    };

    private async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        int id = Interlocked.Increment(ref _lastRequest);
        var answer = _requests[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        try
        {
            return await answer.Task.WaitAsync(s_longest);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{method} got no answer.\n" + string.Join("\n", _errors.TakeLast(20)));
        }
    }

    private void Notify(string method, JsonNode? parameters) => Send(new JsonObject { ["method"] = method, ["params"] = parameters });

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        byte[] content = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (_writing)
        {
            var stream = _process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")));
            stream.Write(content);
            stream.Flush();
        }
    }

    private async Task ReadAsync()
    {
        var stream = _process.StandardOutput.BaseStream;
        while (ReadLength(stream) is { } length)
        {
            byte[] content = new byte[length];
            await stream.ReadExactlyAsync(content);
            var message = JsonNode.Parse(content)!;
            if (message["method"] is null)
            {
                if (_requests.TryRemove((int)message["id"]!, out var request))
                {
                    if (message["error"] is { } error)
                        request.SetException(new InvalidOperationException(error.ToJsonString()));
                    else
                        request.SetResult(message["result"]);
                }
            }
            else if (message["id"] is { } id)
            {
                // The server asks for its settings, and for leave to show its progress.
                JsonNode? result = (string?)message["method"] == "workspace/configuration"
                    ? new JsonArray([.. message["params"]!["items"]!.AsArray().Select(_ => Settings())])
                    : null;
                Send(new JsonObject { ["id"] = id.DeepClone(), ["result"] = result });
            }
        }

        foreach (var request in _requests.Values)
            request.TrySetException(new IOException("The server has ended.\n" + string.Join("\n", _errors.TakeLast(20))));
    }

    /// <summary>Reads a head; null at the end of the stream.</summary>
    private static int? ReadLength(Stream stream)
    {
        int? length = null;
        while (true)
        {
            var line = new StringBuilder();
            for (int next; (next = stream.ReadByte()) != '\n';)
            {
                if (next < 0)
                    return null;
                line.Append((char)next);
            }

            string text = line.ToString().TrimEnd('\r');
            if (text.Length == 0)
                return length;
            if (text.Split(':') is ["Content-Length", var value])
                length = int.Parse(value, CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>A diagnostic as an editor gets it.</summary>
/// <param name="Code">Its id.</param>
/// <param name="Severity">1 for an error, 2 for a warning.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">The column, from 0.</param>
/// <param name="Message">The text.</param>
internal sealed record Finding(string Code, int Severity, int Line, int Character, string Message);
