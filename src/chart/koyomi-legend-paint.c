#include "koyomi-legend-paint-private.h"

#include "koyomi-run-paint-private.h"

#define M (&koyomi_chart_measures)

/* Purple, as the theme has it. */
#define DRILL_COLOUR 0xc061cb

/* Blue, likewise. */
#define DEADLINE_COLOUR 0x1c71d8

static void
paint_cross (KoyomiBrush *brush,
             KoyomiRect   rect)
{
  cairo_move_to (brush->cr, rect.x, rect.y);
  cairo_line_to (brush->cr, rect.x + rect.width, rect.y + rect.height);
  cairo_move_to (brush->cr, rect.x + rect.width, rect.y);
  cairo_line_to (brush->cr, rect.x, rect.y + rect.height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_FAINT_TEXT);
  _koyomi_brush_stroke_edge (brush, _koyomi_brush_get_line (brush, M->today_width), FALSE);
}

/* Filled once it was held; a cross where it was cancelled. */
void
_koyomi_legend_paint_meeting (KoyomiBrush         *brush,
                              KoyomiMeetingStatus  status,
                              KoyomiRect           rect)
{
  double line = _koyomi_brush_get_line (brush, M->thin);

  if (status == KOYOMI_MEETING_STATUS_CANCELLED)
    {
      paint_cross (brush, _koyomi_rect_inset (rect, rect.width / 6));
      return;
    }

  _koyomi_brush_trace_diamond (brush, _koyomi_rect_inset (rect, line / 2));
  _koyomi_brush_set_colour (brush, status == KOYOMI_MEETING_STATUS_HELD ? KOYOMI_CHART_COLOUR_MEETING
                                                                        : KOYOMI_CHART_COLOUR_PAPER);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_MEETING);
  _koyomi_brush_stroke_edge (brush, line, FALSE);
}

/* A triangle that points down at the day when a report is due: that of a late one is filled. */
void
_koyomi_legend_paint_report (KoyomiBrush *brush,
                             gboolean     is_late,
                             KoyomiRect   rect)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, is_late ? KOYOMI_STATE_LATE : KOYOMI_STATE_DUE_SOON);
  double line = _koyomi_brush_get_line (brush, M->thin);

  rect = _koyomi_rect_inset (rect, line);
  cairo_move_to (brush->cr, rect.x, rect.y);
  cairo_line_to (brush->cr, rect.x + rect.width, rect.y);
  cairo_line_to (brush->cr, rect.x + rect.width / 2, rect.y + rect.height);
  cairo_close_path (brush->cr);
  _koyomi_brush_set_rgb (brush, is_late ? style->edge : style->fill);
  cairo_fill_preserve (brush->cr);
  _koyomi_brush_set_rgb (brush, style->edge);
  _koyomi_brush_stroke_edge (brush, line, FALSE);
}

static void
paint_drill (KoyomiBrush *brush,
             KoyomiRect   rect)
{
  _koyomi_brush_trace_diamond (brush, _koyomi_rect_inset (rect, rect.width / 6));
  _koyomi_brush_set_rgb (brush, DRILL_COLOUR);
  cairo_fill (brush->cr);
}

static void
paint_deadline (KoyomiBrush *brush,
                KoyomiRect   rect)
{
  double side = MIN (rect.width, rect.height) * 0.75;

  cairo_rectangle (brush->cr, rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2, side, side);
  _koyomi_brush_set_rgb (brush, DEADLINE_COLOUR);
  cairo_fill (brush->cr);
}

static void
paint_state (KoyomiBrush *brush,
             KoyomiState  state,
             KoyomiRect   rect)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (brush->palette, state);
  PangoLayout *glyph;

  _koyomi_run_paint_bar (brush, style, rect, 0, FALSE, FALSE, 0);
  glyph = _koyomi_brush_place_text (brush, koyomi_state_get_glyph (state), M->footer_size * brush->unit, rect,
                                    KOYOMI_CHART_TEXT_CENTRED);
  _koyomi_brush_set_rgb (brush, style->text);
  pango_cairo_show_layout (brush->cr, glyph);
}

static void
paint_days_off (KoyomiBrush *brush,
                KoyomiRect   rect)
{
  double half = rect.width / 2;

  _koyomi_brush_fill_rect (brush, rect.x, rect.y, half, rect.height, KOYOMI_CHART_COLOUR_WEEKEND);
  _koyomi_brush_fill_rect (brush, rect.x + half, rect.y, half, rect.height, KOYOMI_CHART_COLOUR_HOLIDAY);
  cairo_rectangle (brush->cr, rect.x, rect.y, rect.width, rect.height);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_MONTH_LINE);
  _koyomi_brush_stroke_edge (brush, _koyomi_brush_get_line (brush, M->hair), FALSE);
}

/* @state: of a %KOYOMI_LEGEND_STATE */
void
_koyomi_legend_paint_swatch (KoyomiBrush      *brush,
                             KoyomiLegendKind  kind,
                             KoyomiState       state,
                             KoyomiRect        rect)
{
  KoyomiCalendarBox ghost = { .ghost = rect };

  switch (kind)
    {
    case KOYOMI_LEGEND_STATE:
      paint_state (brush, state, rect);
      break;
    case KOYOMI_LEGEND_PROGRESS:
      _koyomi_run_paint_bar (brush, koyomi_chart_style_get_state (brush->palette, KOYOMI_STATE_DOING), rect, 50, FALSE, FALSE, 0);
      break;
    case KOYOMI_LEGEND_GHOST:
      _koyomi_run_paint_ghost (brush, &ghost);
      break;
    case KOYOMI_LEGEND_DIAMOND:
      _koyomi_run_paint_diamond (brush, koyomi_chart_style_get_state (brush->palette, KOYOMI_STATE_PLANNED), rect);
      break;
    case KOYOMI_LEGEND_HELD:
      _koyomi_legend_paint_meeting (brush, KOYOMI_MEETING_STATUS_HELD, rect);
      break;
    case KOYOMI_LEGEND_PLANNED:
      _koyomi_legend_paint_meeting (brush, KOYOMI_MEETING_STATUS_PLANNED, rect);
      break;
    case KOYOMI_LEGEND_CANCELLED:
      _koyomi_legend_paint_meeting (brush, KOYOMI_MEETING_STATUS_CANCELLED, rect);
      break;
    case KOYOMI_LEGEND_REPORT:
      _koyomi_legend_paint_report (brush, FALSE, rect);
      break;
    case KOYOMI_LEGEND_DRILL:
      paint_drill (brush, rect);
      break;
    case KOYOMI_LEGEND_DEADLINE:
      paint_deadline (brush, rect);
      break;
    case KOYOMI_LEGEND_BASELINE:
      _koyomi_brush_fill_rect (brush, rect.x, rect.y, rect.width, rect.height, KOYOMI_CHART_COLOUR_GHOST);
      rect = _koyomi_rect_inset (rect, _koyomi_brush_get_line (brush, M->thin));
      _koyomi_brush_fill_rect (brush, rect.x, rect.y, rect.width, rect.height, KOYOMI_CHART_COLOUR_BASELINE);
      break;
    case KOYOMI_LEGEND_HOLIDAY:
    default:
      paint_days_off (brush, rect);
      break;
    }
}
