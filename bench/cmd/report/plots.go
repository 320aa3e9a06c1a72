package main

import (
	"bytes"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// width is that of all plots: about 700 pixels.
const width = 7.3 * vg.Inch

// colors tell contenders apart, also for those who see few colors (Okabe and
// Ito's palette).
var colors = map[string]color.Color{
	"errgen":             color.RGBA{0, 114, 178, 255},
	"encoding/json":      color.RGBA{213, 94, 0, 255},
	"oapi-codegen":       color.RGBA{230, 159, 0, 255},
	"oapi-codegen-types": color.RGBA{240, 200, 110, 255},
	"kratos":             color.RGBA{0, 158, 115, 255},
	"sonic":              color.RGBA{204, 121, 167, 255},
	"gjson":              color.RGBA{86, 180, 233, 255},
	"jx":                 color.RGBA{110, 110, 110, 255},
}

// draw writes all plots of which there are results.
func draw(dir string, r *results) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for name, plotted := range map[string]func(*results) (*plot.Plot, vg.Length, error){
		"encode.svg": plotEncode, "decode.svg": plotDecode, "generate.svg": plotGenerate, "compile.svg": plotCompile,
	} {
		p, height, err := plotted(r)
		if err != nil {
			return err
		}
		if p == nil {
			continue
		}
		if err := save(p, height, filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// save writes a plot with a margin. The font is one whose letters are as wide
// as those of Arial and Helvetica, which stand in where it is not installed.
func save(p *plot.Plot, height vg.Length, path string) error {
	const margin = 8
	canvas := vgsvg.New(width, height)
	area := vgdraw.New(canvas)
	area.SetColor(color.White)
	area.Fill(area.Rectangle.Path())
	p.Draw(vgdraw.Crop(area, margin, -2*margin, margin, -margin))
	var b bytes.Buffer
	if _, err := canvas.WriteTo(&b); err != nil {
		return err
	}
	text := strings.ReplaceAll(b.String(), "font-family:Liberation Sans", "font-family:Liberation Sans,Arial,Helvetica,sans-serif")
	return os.WriteFile(path, []byte(text), 0o666)
}

// plainTicks are ticks whose labels have no more digits than they need.
var plainTicks = plot.TickerFunc(func(low, high float64) []plot.Tick {
	ticks := plot.DefaultTicks{}.Ticks(low, high)
	for i := range ticks {
		if ticks[i].Label != "" {
			ticks[i].Label = strconv.FormatFloat(ticks[i].Value, 'f', -1, 64)
		}
	}
	return ticks
})

// newPlot is an empty plot with a title and room at its edges.
func newPlot(title, x, y string) *plot.Plot {
	plot.DefaultFont = font.Font{Typeface: "Liberation", Variant: "Sans"}
	plotter.DefaultFont = plot.DefaultFont
	p := plot.New()
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = title, x, y
	p.Title.TextStyle.Font.Size, p.Title.Padding = 13, 8
	for _, axis := range []*plot.Axis{&p.X, &p.Y} {
		axis.Label.TextStyle.Font.Size, axis.Tick.Label.Font.Size = 11, 10
		axis.Label.Padding = 4
	}
	p.Legend.TextStyle.Font.Size, p.Legend.Padding = 10, 2
	p.BackgroundColor = color.White
	return p
}

// bar is a bar of a plot.
type bar struct {
	label string
	value float64
	color color.Color
}

// barPlot has lying bars, the first on top, each with its value behind it.
func barPlot(title, unit string, bars []bar, print func(float64) string) (*plot.Plot, vg.Length, error) {
	p := newPlot(title, unit, "")
	names := make([]string, len(bars))
	labels := plotter.XYLabels{XYs: make(plotter.XYs, len(bars)), Labels: make([]string, len(bars))}
	most := 0.0
	for i, b := range bars {
		row := len(bars) - 1 - i
		chart, err := plotter.NewBarChart(plotter.Values{b.value}, 16)
		if err != nil {
			return nil, 0, err
		}
		chart.Horizontal, chart.XMin, chart.Color, chart.LineStyle.Width = true, float64(row), b.color, 0
		p.Add(chart)
		names[row] = b.label
		labels.XYs[i], labels.Labels[i] = plotter.XY{X: b.value, Y: float64(row)}, print(b.value)
		most = max(most, b.value)
	}
	values, err := plotter.NewLabels(labels)
	if err != nil {
		return nil, 0, err
	}
	for i := range values.TextStyle {
		values.TextStyle[i].Font.Size, values.TextStyle[i].YAlign = 10, -0.4
	}
	values.Offset = vg.Point{X: 4}
	p.Add(values)
	p.NominalY(names...)
	p.X.Tick.Marker = plainTicks
	p.X.Min, p.X.Max = 0, most*1.18
	return p, vg.Length(len(bars))*24 + 80, nil
}

// plotEncode shows what writing one of 1,000 errors takes.
func plotEncode(r *results) (*plot.Plot, vg.Length, error) {
	var bars []bar
	for _, c := range []struct{ label, name, like string }{
		{"errgen", "errgen", "errgen"}, {"errgen, made anew", "errgen-made-anew", "errgen"},
		{"json.Encoder, no headers", "Encoder", "encoding/json"}, {"oapi-codegen", "oapi-codegen", "oapi-codegen"}, {"kratos", "kratos", "kratos"},
	} {
		if v, ok := r.get("ManyWrite", "ns/"+c.name); ok {
			bars = append(bars, bar{c.label, v, colors[c.like]})
		}
	}
	if bars == nil {
		return nil, 0, nil
	}
	return barPlot("Writing an error with two strings, one of 1,000", "time (ns)", bars, duration)
}

// plotCompile shows what compiling 1,000 errors takes.
func plotCompile(r *results) (*plot.Plot, vg.Length, error) {
	var bars []bar
	for _, form := range []struct{ name, label string }{{"Compile/0-strings", "static"}, {"Compile/2-strings", "two strings"}} {
		for _, c := range []struct{ name, label, like string }{
			{"errgen-data", "errgen, types: data", "errgen"}, {"errgen-all", "errgen, types: all", "errgen"},
			{"rich", "a rich type each", "jx"}, {"kratos", "kratos", "kratos"},
			{"oapi-codegen-types", "oapi-codegen, types", "oapi-codegen-types"}, {"oapi-codegen", "oapi-codegen, all", "oapi-codegen"},
		} {
			if v, ok := r.get(form.name, "ns/"+c.name); ok {
				bars = append(bars, bar{form.label + ": " + c.label, v / 1e9, colors[c.like]})
			}
		}
	}
	if bars == nil {
		return nil, 0, nil
	}
	return barPlot("Compiling 1,000 errors", "go tool compile, time (s)", bars, func(s float64) string { return duration(s * 1e9) })
}

// plotDecode shows what reading each documented response takes.
func plotDecode(r *results) (*plot.Plot, vg.Length, error) {
	responses := r.under("Decode")
	if responses == nil {
		return nil, 0, nil
	}
	p := newPlot("Reading the documented responses of four APIs", "time (ns)", "")
	contenders := []string{"errgen", "encoding/json", "sonic", "gjson", "jx"}
	const thick = vg.Length(9)
	for i, c := range contenders {
		values := make(plotter.Values, len(responses))
		for k, name := range responses {
			values[len(responses)-1-k], _ = r.get(name, "ns/"+c)
		}
		chart, err := plotter.NewBarChart(values, thick)
		if err != nil {
			return nil, 0, err
		}
		chart.Horizontal, chart.Color, chart.LineStyle.Width = true, colors[c], 0
		chart.Offset = thick * vg.Length(len(contenders)-1-2*i) / 2
		p.Add(chart)
		label := c
		if c == "encoding/json" || c == "sonic" {
			label += ", two passes"
		}
		p.Legend.Add(label, chart)
	}
	names := make([]string, len(responses))
	for k, name := range responses {
		api, entry, _ := strings.Cut(strings.TrimPrefix(name, "Decode/"), "/")
		names[len(responses)-1-k] = api + "\n" + strings.ReplaceAll(entry, "-", " ")
	}
	p.NominalY(names...)
	p.X.Tick.Marker = plainTicks
	p.X.Min = 0
	p.X.Max *= 1.75 // room for the legend
	p.Legend.Top, p.Legend.XOffs = true, -4
	return p, vg.Length(len(responses))*62 + 70, nil
}

// plotGenerate shows how generating grows with the catalog.
func plotGenerate(r *results) (*plot.Plot, vg.Length, error) {
	sizes := r.under("Generate")
	if sizes == nil {
		return nil, 0, nil
	}
	p := newPlot("Generating errors with two strings, whole process", "errors", "time (s)")
	for i, c := range []string{"oapi-codegen", "oapi-codegen-types", "errgen", "kratos"} {
		var points plotter.XYs
		for _, name := range sizes {
			n, err := strconv.Atoi(strings.TrimPrefix(name, "Generate/"))
			if err != nil {
				return nil, 0, err
			}
			if v, ok := r.get(name, "ns/"+c); ok {
				points = append(points, plotter.XY{X: float64(n), Y: v / 1e9})
			}
		}
		if points == nil {
			continue
		}
		line, marks, err := plotter.NewLinePoints(points)
		if err != nil {
			return nil, 0, err
		}
		line.Color, line.Width = colors[c], 2
		marks.Color, marks.Radius = colors[c], 3.5
		marks.Shape = []vgdraw.GlyphDrawer{vgdraw.BoxGlyph{}, vgdraw.PyramidGlyph{}, vgdraw.CircleGlyph{}, vgdraw.RingGlyph{}}[i]
		p.Add(line, marks)
		p.Legend.Add(map[string]string{"oapi-codegen": "oapi-codegen, types, client and server", "oapi-codegen-types": "oapi-codegen, types", "kratos": "kratos, protoc-gen-go and -errors"}[c]+map[string]string{"errgen": "errgen, Go, OpenAPI and Markdown"}[c], line, marks)
	}
	p.Add(plotter.NewGrid())
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	p.X.Min, p.X.Max = 80, 12500
	p.Y.Max *= 5 // room for the legend
	p.Legend.Top, p.Legend.Left, p.Legend.XOffs = true, true, 6
	return p, 4.2 * vg.Inch, nil
}
