#include "koyomi-calendar-paint.h"

#include "koyomi-brush-private.h"
#include "koyomi-day.h"
#include "koyomi-handover.h"
#include "koyomi-legend-paint-private.h"
#include "koyomi-run-paint-private.h"
#include "koyomi-watermark.h"

#define M (&koyomi_chart_measures)

/* What every part of a page is painted with. */
typedef struct
{
  KoyomiCalendarLayout *layout;
  KoyomiCalendar       *calendar;
  KoyomiCalendarPage   *page;
  guint                 number;
  KoyomiBrush           brush;
} Painter;

/* Returns: where they begin */
static double
paint_approvals (Painter *self,
                 double   end)
{
  KoyomiBrush *brush = &self->brush;
  double x = end - KOYOMI_N_APPROVALS * M->approval_width;
  double y = self->layout->title_y + M->title_height - M->mark_padding - M->approval_height;

  for (guint i = 0; i < KOYOMI_N_APPROVALS; i++)
    {
      KoyomiRect head = { x + i * M->approval_width, y, M->approval_width, M->approval_head };

      _koyomi_brush_fill_rect (brush, head.x, head.y, head.width, head.height, KOYOMI_CHART_COLOUR_HEAD);
      _koyomi_brush_trace_rounded (brush, head, 0, 0);
      _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_QUARTER_LINE);
      _koyomi_brush_stroke_edge (brush, M->hair, FALSE);
      _koyomi_brush_trace_rounded (brush, (KoyomiRect) { head.x, y, head.width, M->approval_height }, 0, 0);
      _koyomi_brush_stroke_edge (brush, M->hair, FALSE);
      _koyomi_brush_show_text (brush, koyomi_approval_get_label (i, self->calendar->language), M->small_size, head, KOYOMI_CHART_TEXT_CENTRED,
                               KOYOMI_CHART_COLOUR_TEXT);
    }

  return x;
}

static void
paint_title (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;
  const char *mark = self->calendar->classification;
  g_autofree char *year = koyomi_fiscal_year_format (self->calendar->year, self->calendar->language);
  /* Translators: %s is a fiscal year, such as FY2026 */
  g_autofree char *title = g_strdup_printf (koyomi_tr (self->calendar->language, "Annual calendar %s"), year);
  double width = _koyomi_brush_measure_text (brush, title, M->title_size, KOYOMI_CHART_TEXT_BOLD);
  KoyomiRect rect = { layout->name_left, layout->title_y, width, M->title_height };
  g_autofree char *number = koyomi_calendar_dup_number (self->calendar->year);
  g_autofree char *owner = koyomi_handover_format_owner (self->calendar->organisation, number, self->calendar->language);
  double end = layout->right;

  _koyomi_brush_show_text (brush, title, M->title_size, rect, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);

  if (*mark != '\0')
    {
      double mark_width = MIN (_koyomi_brush_measure_text (brush, mark, M->mark_size, KOYOMI_CHART_TEXT_BOLD),
                               layout->width / 4);
      KoyomiRect box = { 0, 0, mark_width + 2 * M->mark_padding, M->mark_size + 2 * M->mark_padding };

      box.x = layout->right - box.width;
      box.y = layout->title_y + (M->title_height - box.height) / 2;
      _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (box, M->thin / 2), M->bar_radius, M->bar_radius);
      _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_MARK);
      _koyomi_brush_stroke_edge (brush, M->thin, FALSE);
      end = box.x;
      box.x += M->mark_padding;
      box.width = mark_width;
      _koyomi_brush_show_text (brush, mark, M->mark_size, box, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_MARK);
    }

  if (self->number == 0 && rect.x + width + M->title_size < end - KOYOMI_N_APPROVALS * M->approval_width - M->mark_padding)
    end = paint_approvals (self, end - M->mark_padding);
  rect.x += width + M->title_size;
  rect.width = end - M->mark_padding - rect.x;
  if (rect.width > M->label_smallest)
    _koyomi_brush_show_text (brush, owner, M->organisation_size, rect, 0,
                             KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

/* What of the year or of its runs is not here, on every page: a part is not to be taken for the whole. */
static void
paint_remark (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;
  KoyomiRect rect = { layout->name_left, layout->remark_y, layout->right - layout->name_left, layout->remark_height };

  if (rect.height > 0)
    _koyomi_brush_show_text (&self->brush, self->calendar->remark, M->remark_size, rect,
                             KOYOMI_CHART_TEXT_BOLD | (rect.height > M->remark_height ? KOYOMI_CHART_TEXT_TWO_LINES : 0),
                             KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT);
}

static void
paint_head (Painter                  *self,
            const KoyomiCalendarHead *head,
            KoyomiChartTextFlags      flags)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiRect rect = head->rect;

  _koyomi_brush_fill_rect (brush, rect.x, rect.y, rect.width, rect.height,
                           head->is_now ? KOYOMI_CHART_COLOUR_HEAD_NOW : KOYOMI_CHART_COLOUR_HEAD);
  if (*head->text != '\0')
    _koyomi_brush_show_text (brush, head->text, M->head_size, rect, flags | KOYOMI_CHART_TEXT_CENTRED,
                             head->is_now ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT);

  rect.x += M->bar_padding;
  rect.width /= 3;
  if (*head->year != '\0')
    _koyomi_brush_show_text (brush, head->year, M->year_size, rect, 0, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_heads (Painter *self)
{
  for (guint i = 0; i < self->layout->upper_heads->len; i++)
    paint_head (self, &g_array_index (self->layout->upper_heads, KoyomiCalendarHead, i), KOYOMI_CHART_TEXT_BOLD);
  for (guint i = 0; i < self->layout->lower_heads->len; i++)
    paint_head (self, &g_array_index (self->layout->lower_heads, KoyomiCalendarHead, i), 0);
}

static void
paint_corner (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;
  double width = layout->left - layout->name_left;
  KoyomiRect rect = { layout->name_left + M->group_indent, layout->quarter_y, width - M->group_indent,
                      M->quarter_height + M->month_height };

  _koyomi_brush_fill_rect (brush, layout->name_left, layout->quarter_y, width, M->quarter_height + M->month_height,
                           KOYOMI_CHART_COLOUR_HEAD);
  _koyomi_brush_show_text (brush, koyomi_tr (self->calendar->language, "Function / team"), M->head_size, rect,
                           KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TEXT);
}

/* Days on which nobody works, neighbours in one go. */
static void
paint_days_off (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiWorkCalendar *work = self->calendar->work_calendar;
  double y = self->layout->rail_y;

  for (guint32 day = self->layout->first_day; day <= self->layout->last_day; day++)
    {
      gboolean weekend = koyomi_day_get_weekday (day) >= 6;
      double x = koyomi_calendar_layout_day_to_x (self->layout, day);
      double width = koyomi_calendar_layout_day_to_x (self->layout, day + 1) - x;

      if (work != NULL ? !koyomi_work_calendar_is_business_day (work, day) : weekend)
        _koyomi_brush_fill_rect (brush, x, y, width, self->page->bottom - y,
                                 weekend ? KOYOMI_CHART_COLOUR_WEEKEND : KOYOMI_CHART_COLOUR_HOLIDAY);
    }
}

/* A month may begin in the middle of a week; its line leaves the week's heading alone. */
static gboolean
begins_lower_head (KoyomiCalendarLayout *layout,
                   guint32               day)
{
  for (guint i = 0; i < layout->lower_heads->len; i++)
    if (g_array_index (layout->lower_heads, KoyomiCalendarHead, i).first_day == day)
      return TRUE;

  return FALSE;
}

static void
paint_grid (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;
  KoyomiBrush *brush = &self->brush;
  double bottom = self->page->bottom;

  for (guint i = 1; i < layout->lower_heads->len; i++)
    {
      double x = g_array_index (layout->lower_heads, KoyomiCalendarHead, i).rect.x;

      _koyomi_brush_stroke_line (brush, x, layout->month_y, x, bottom, M->hair, KOYOMI_CHART_COLOUR_MONTH_LINE);
    }

  for (guint i = 1; i < layout->upper_heads->len; i++)
    {
      const KoyomiCalendarHead *head = &g_array_index (layout->upper_heads, KoyomiCalendarHead, i);
      double x = head->rect.x;
      double end = begins_lower_head (layout, head->first_day) ? layout->rail_y : layout->month_y;

      _koyomi_brush_stroke_line (brush, x, layout->quarter_y, x, end, M->thin, KOYOMI_CHART_COLOUR_QUARTER_LINE);
      _koyomi_brush_stroke_line (brush, x, layout->rail_y, x, bottom, M->thin, KOYOMI_CHART_COLOUR_QUARTER_LINE);
    }
}

static void
paint_frame (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;
  double top = layout->quarter_y;

  _koyomi_brush_stroke_line (brush, layout->left, top, layout->left, self->page->bottom, M->thin, KOYOMI_CHART_COLOUR_FRAME);
  _koyomi_brush_stroke_line (brush, layout->left, layout->month_y, layout->right, layout->month_y, M->hair,
                             KOYOMI_CHART_COLOUR_MONTH_LINE);
  _koyomi_brush_stroke_line (brush, layout->name_left, layout->rail_y, layout->right, layout->rail_y, M->thin,
                             KOYOMI_CHART_COLOUR_FRAME);
  _koyomi_brush_stroke_line (brush, layout->name_left, layout->body_y, layout->right, layout->body_y, M->thin,
                             KOYOMI_CHART_COLOUR_FRAME);

  cairo_rectangle (brush->cr, layout->name_left, top, layout->right - layout->name_left, self->page->bottom - top);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_FRAME);
  _koyomi_brush_stroke_edge (brush, M->thin, FALSE);
}

static void
paint_strip_name (Painter    *self,
                  const char *name,
                  guint       lane)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiRect rect = { self->layout->name_left + M->group_indent,
                      self->layout->strip_y + M->strip_padding + lane * M->strip_lane, 0, M->strip_lane };

  rect.width = self->layout->left - M->cell_padding - rect.x;
  _koyomi_brush_show_text (brush, name, M->strip_size, rect, 0, KOYOMI_CHART_COLOUR_TEXT);
}

static void
paint_strip (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;

  for (guint i = 0; i < layout->committees->len; i++)
    paint_strip_name (self, g_ptr_array_index (layout->committees, i), i);
  if (layout->committees->len == 0 && layout->meetings->len > 0)
    paint_strip_name (self, koyomi_tr (self->calendar->language, "Committees"), 0);

  for (guint i = 0; i < layout->meetings->len; i++)
    {
      const KoyomiCalendarMeeting *meeting = &g_array_index (layout->meetings, KoyomiCalendarMeeting, i);

      _koyomi_legend_paint_meeting (brush, meeting->milestone->status, meeting->rect);
      if (meeting->label.width > 0)
        _koyomi_brush_show_text (brush, meeting->milestone->title, M->strip_size, meeting->label, 0,
                                 KOYOMI_CHART_COLOUR_TEXT);
    }
}

static void
paint_group (Painter                  *self,
             const KoyomiCalendarLine *line)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;
  const char *name = koyomi_record_get_title (line->group);
  /* Translators: %s is a group of functions whose rows go on from the page before */
  g_autofree char *again = g_strdup_printf (koyomi_tr (self->calendar->language, "%s (continued)"), name);
  KoyomiRect rect = { layout->name_left + M->group_indent, line->y, layout->right - layout->name_left - 2 * M->group_indent,
                      line->height };

  _koyomi_brush_fill_rect (brush, layout->name_left, line->y, layout->right - layout->name_left, line->height,
                           KOYOMI_CHART_COLOUR_GROUP);
  _koyomi_brush_show_text (brush, line->continued ? again : name, M->group_size * layout->scale, rect, KOYOMI_CHART_TEXT_BOLD,
                           KOYOMI_CHART_COLOUR_TEXT);
}

static void
paint_row_name (Painter                  *self,
                const KoyomiCalendarLine *line)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendarLayout *layout = self->layout;
  double scale = layout->scale;
  KoyomiRect pill = { layout->left - M->cell_padding - line->pill_width, 0, line->pill_width, M->pill_height * scale };
  KoyomiRect name = { layout->name_left + M->name_indent, line->y, 0, line->height };

  name.width = pill.x - M->cell_padding - name.x;
  _koyomi_brush_show_text (brush, koyomi_record_get_title (line->row->function), M->name_size * scale, name,
                           line->two_lines ? KOYOMI_CHART_TEXT_TWO_LINES : 0, KOYOMI_CHART_COLOUR_TEXT);

  if (line->pill_width > 0)
    {
      double radius = pill.height / 2;

      pill.y = line->y + (line->height - pill.height) / 2;
      _koyomi_brush_trace_rounded (brush, pill, radius, radius);
      _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_PILL);
      cairo_fill (brush->cr);
      pill.x += M->pill_padding / 2;
      pill.width -= M->pill_padding;
      _koyomi_brush_show_text (brush, line->row->team, M->pill_size * scale, pill, KOYOMI_CHART_TEXT_CENTRED,
                               KOYOMI_CHART_COLOUR_PILL_TEXT);
    }
}

static void
paint_lines (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  for (guint i = 0; i < self->page->lines->len; i++)
    {
      const KoyomiCalendarLine *line = &g_array_index (self->page->lines, KoyomiCalendarLine, i);

      if (line->row == NULL)
        paint_group (self, line);
      else
        paint_row_name (self, line);

      _koyomi_brush_stroke_line (brush, self->layout->name_left, line->y, self->layout->right, line->y, M->hair,
                                 KOYOMI_CHART_COLOUR_LINE);
    }
}

/* The line runs over the bars and under their texts. */
static void
paint_today_line (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  double x;

  if (!self->layout->has_today)
    return;

  x = (koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today) +
       koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today + 1)) / 2;
  _koyomi_brush_stroke_line (brush, x, self->layout->rail_y, x, self->page->bottom, M->today_width, KOYOMI_CHART_COLOUR_TODAY);
}

static void
paint_today_label (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  const char *text = koyomi_tr (self->calendar->language, "Today");
  double width = _koyomi_brush_measure_text (brush, text, M->rail_size, KOYOMI_CHART_TEXT_BOLD);
  KoyomiRect rect = { 0, self->layout->rail_y + M->hair, width + 2 * M->bar_padding, M->rail_height - 2 * M->hair };

  if (!self->layout->has_today)
    return;

  rect.x = (koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today) +
            koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today + 1) - rect.width) / 2;
  rect.x = CLAMP (rect.x, self->layout->left, self->layout->right - rect.width);
  _koyomi_brush_trace_rounded (brush, rect, M->bar_radius, M->bar_radius);
  _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_TODAY);
  cairo_fill (brush->cr);
  rect.x += M->bar_padding;
  rect.width = width;
  _koyomi_brush_show_text (brush, text, M->rail_size, rect, KOYOMI_CHART_TEXT_BOLD, KOYOMI_CHART_COLOUR_TODAY_TEXT);
}

static void
paint_legend (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  for (guint i = 0; i < self->layout->legend->len; i++)
    {
      const KoyomiLegendItem *item = &g_array_index (self->layout->legend, KoyomiLegendItem, i);
      KoyomiRect rect = item->label;

      _koyomi_legend_paint_swatch (brush, item->kind, item->state, item->swatch);
      rect.width += M->thin;
      _koyomi_brush_show_text (brush, item->text, M->legend_size, rect, 0, KOYOMI_CHART_COLOUR_TEXT);
    }
}

static double
show_footer (Painter    *self,
             double      x,
             const char *text,
             double      size)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiRect rect = { x, self->layout->footer_y, MAX (self->layout->right - x, 0), M->footer_height };

  rect.width = MIN (rect.width, _koyomi_brush_measure_text (brush, text, size, 0));
  _koyomi_brush_show_text (brush, text, size, rect, 0, KOYOMI_CHART_COLOUR_FAINT_TEXT);

  return x + rect.width + M->legend_gap;
}

/* The head of the journal in short, to be compared by eye, and in full, to check a later copy of the plan against. */
static void
paint_footer (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *as_of = g_strdup_printf ("%s %s", koyomi_tr (calendar->language, "As of"), calendar->as_of);
  g_autofree char *head = g_strdup_printf ("%s %.16s", koyomi_tr (calendar->language, "Journal head"), calendar->journal_head);
  /* Translators: the number of a page and of all pages */
  g_autofree char *number = g_strdup_printf (koyomi_tr (calendar->language, "Page %u of %u"),
                                             self->layout->first_number + self->number + 1, self->layout->n_numbers);
  double x = self->layout->name_left;

  if (*calendar->as_of != '\0')
    x = show_footer (self, x, as_of, M->footer_size);
  if (*calendar->journal_head != '\0')
    {
      x = show_footer (self, x, head, M->footer_size);
      show_footer (self, x, calendar->journal_head, M->small_size);
    }

  show_footer (self, self->layout->right - _koyomi_brush_measure_text (brush, number, M->footer_size, 0), number,
               M->footer_size);
}

/* Instead of an empty sheet that could be taken for a mistake. */
static void
paint_nothing (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  KoyomiRect rect = { self->layout->left + M->group_indent, self->layout->body_y,
                      self->layout->right - self->layout->left - M->group_indent, M->title_height };

  _koyomi_brush_show_text (brush, *self->calendar->remark != '\0'
                                    ? koyomi_tr (self->calendar->language, "Nothing answers this filter.")
                                    : koyomi_tr (self->calendar->language, "This calendar has no functions yet."),
                           M->organisation_size, rect, 0, KOYOMI_CHART_COLOUR_FAINT_TEXT);
}

static void
paint_rows (Painter *self)
{
  KoyomiBrush *brush = &self->brush;
  GArray *boxes = self->page->boxes;

  if (self->page->lines->len == 0)
    paint_nothing (self);

  paint_lines (self);
  for (guint i = 0; i < boxes->len; i++)
    _koyomi_run_paint_ghost (brush, &g_array_index (boxes, KoyomiCalendarBox, i));
  for (guint i = 0; i < boxes->len; i++)
    _koyomi_run_paint_shape (brush, &g_array_index (boxes, KoyomiCalendarBox, i));
  paint_today_line (self);
  for (guint i = 0; i < boxes->len; i++)
    _koyomi_run_paint_label (brush, &g_array_index (boxes, KoyomiCalendarBox, i));
}

/**
 * koyomi_calendar_paint_page:
 * @page: its number, from 0
 * @cr: with the page's upper left corner at its origin, and one unit a point
 */
void
koyomi_calendar_paint_page (KoyomiCalendarLayout *layout,
                            guint                 page,
                            KoyomiChartPalette    palette,
                            cairo_t              *cr)
{
  Painter self = { layout, layout->calendar, NULL, page, { layout->text, palette, cr, 1, FALSE } };

  g_return_if_fail (page < layout->pages->len);

  self.page = g_ptr_array_index (layout->pages, page);
  cairo_save (cr);
  _koyomi_brush_fill_rect (&self.brush, 0, 0, layout->width, layout->height, KOYOMI_CHART_COLOUR_PAPER);
  paint_title (&self);
  paint_corner (&self);
  paint_remark (&self);
  paint_heads (&self);
  paint_days_off (&self);
  paint_grid (&self);
  paint_rows (&self);
  paint_strip (&self);
  paint_frame (&self);
  paint_today_label (&self);
  paint_legend (&self);
  paint_footer (&self);
  koyomi_watermark_paint (layout->calendar->watermark, layout->calendar->language, layout->width, layout->height, cr);
  cairo_restore (cr);
}
