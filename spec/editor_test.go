package spec_test

import (
	"os"
	"os/exec"
	"testing"
)

// TestEditor runs what .ci/editor/run runs, where that has been run before:
// yaml-language-server over the schema.
func TestEditor(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("Node.js is not installed: what editors show of a catalog is not tested")
	}
	const folder = "../.ci/editor"
	if _, err := os.Stat(folder + "/node_modules"); err != nil {
		t.Skip("yaml-language-server is not installed: run .ci/editor/run once")
	}
	for _, name := range []string{"client.mjs", "editor.test.mjs", "package-lock.json"} { // for the test cache, which does not see what node reads
		if _, err := os.ReadFile(folder + "/" + name); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(node, "--test", ".")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
