#include "koyomi-calendar-paint.h"

#include "koyomi-day.h"

#define M (&koyomi_chart_measures)

/* What every part of a page is painted with. */
typedef struct
{
  KoyomiCalendarLayout *layout;
  KoyomiCalendar       *calendar;
  KoyomiCalendarPage   *page;
  guint                 number;
  KoyomiChartPalette    palette;
  cairo_t              *cr;
} Painter;

static void
set_colour (Painter      *self,
            KoyomiColour  colour)
{
  cairo_set_source_rgb (self->cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static KoyomiColour
get_colour (Painter           *self,
            KoyomiChartColour  colour)
{
  return koyomi_chart_style_get_colour (self->palette, colour);
}

static void
fill_rect (Painter      *self,
           double        x,
           double        y,
           double        width,
           double        height,
           KoyomiColour  colour)
{
  set_colour (self, colour);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static void
stroke_line (Painter           *self,
             double             x1,
             double             y1,
             double             x2,
             double             y2,
             double             width,
             KoyomiChartColour  colour)
{
  set_colour (self, get_colour (self, colour));
  cairo_set_line_width (self->cr, width);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  cairo_stroke (self->cr);
}

/* Goes to where a text begins. The letters stand in the middle of the height, whatever family they came from. */
static PangoLayout *
place_text (Painter              *self,
            const char           *text,
            double                size,
            KoyomiRect            rect,
            KoyomiChartTextFlags  flags)
{
  PangoLayout *layout = koyomi_chart_text_get (self->layout->text, text, size, rect.width, flags);
  double y;
  int height;

  if (pango_layout_get_line_count (layout) > 1)
    {
      pango_layout_get_size (layout, NULL, &height);
      y = rect.y + (rect.height - (double) height / PANGO_SCALE) / 2;
    }
  else
    y = rect.y + rect.height / 2 + M->middle * size - (double) pango_layout_get_baseline (layout) / PANGO_SCALE;

  cairo_move_to (self->cr, rect.x, y);

  return layout;
}

static void
show_text (Painter              *self,
           const char           *text,
           double                size,
           KoyomiRect            rect,
           KoyomiChartTextFlags  flags,
           KoyomiColour          colour)
{
  PangoLayout *layout = place_text (self, text, size, rect, flags);

  set_colour (self, colour);
  pango_cairo_show_layout (self->cr, layout);
}

static double
measure_text (Painter              *self,
              const char           *text,
              double                size,
              KoyomiChartTextFlags  flags)
{
  return koyomi_chart_text_get_width (self->layout->text, text, size, flags) + M->thin;
}

static void
trace_rounded (cairo_t    *cr,
               KoyomiRect  rect,
               double      left_radius,
               double      right_radius)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - right_radius, rect.y + right_radius, right_radius, -G_PI / 2, 0);
  cairo_arc (cr, right - right_radius, bottom - right_radius, right_radius, 0, G_PI / 2);
  cairo_arc (cr, rect.x + left_radius, bottom - left_radius, left_radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + left_radius, rect.y + left_radius, left_radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
trace_diamond (cairo_t    *cr,
               KoyomiRect  rect)
{
  cairo_move_to (cr, rect.x + rect.width / 2, rect.y);
  cairo_line_to (cr, rect.x + rect.width, rect.y + rect.height / 2);
  cairo_line_to (cr, rect.x + rect.width / 2, rect.y + rect.height);
  cairo_line_to (cr, rect.x, rect.y + rect.height / 2);
  cairo_close_path (cr);
}

static void
stroke_edge (Painter      *self,
             KoyomiColour  colour,
             double        width,
             gboolean      dashed)
{
  set_colour (self, colour);
  cairo_set_line_width (self->cr, width);
  if (dashed)
    cairo_set_dash (self->cr, (double[]) { M->dash, M->dash }, 2, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

static KoyomiRect
inset (KoyomiRect rect,
       double     by)
{
  return (KoyomiRect) { rect.x + by, rect.y + by, MAX (rect.width - 2 * by, by), MAX (rect.height - 2 * by, by) };
}

/* Leaves a gap in the edge at the end of a bar, where a text runs on beyond it. */
static void
spare_end (Painter    *self,
           KoyomiRect  rect,
           double      gap)
{
  cairo_path_t *path = cairo_copy_path (self->cr);

  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, rect.x - M->gap, rect.y - M->gap, rect.width + 2 * M->gap, rect.height + 2 * M->gap);
  cairo_rectangle (self->cr, rect.x + rect.width - M->bar_padding, rect.y + (rect.height - gap) / 2, 2 * M->bar_padding, gap);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (self->cr);
  cairo_append_path (self->cr, path);
  cairo_path_destroy (path);
}

static void
paint_bar (Painter                *self,
           const KoyomiStateStyle *style,
           KoyomiRect              rect,
           int                     progress,
           gboolean                cut_start,
           gboolean                cut_end,
           double                  gap)
{
  KoyomiRect inner = inset (rect, style->edge_width / 2);
  double radius = MIN (M->bar_radius, MIN (inner.width, inner.height) / 2);
  double left_radius = cut_start ? 0 : radius;
  double right_radius = cut_end ? 0 : radius;

  trace_rounded (self->cr, inner, left_radius, right_radius);
  set_colour (self, style->fill);
  cairo_fill_preserve (self->cr);

  if (progress > 0 && progress < 100)
    {
      cairo_save (self->cr);
      cairo_clip (self->cr);
      fill_rect (self, inner.x, inner.y, inner.width * progress / 100, inner.height, style->progress);
      cairo_restore (self->cr);
      trace_rounded (self->cr, inner, left_radius, right_radius);
    }

  cairo_save (self->cr);
  if (gap > 0)
    spare_end (self, rect, gap);
  stroke_edge (self, style->edge, style->edge_width, style->dashed);
  cairo_restore (self->cr);
}

static void
paint_diamond (Painter                *self,
               const KoyomiStateStyle *style,
               KoyomiRect              rect)
{
  trace_diamond (self->cr, inset (rect, style->edge_width / 2));
  set_colour (self, style->fill);
  cairo_fill_preserve (self->cr);
  stroke_edge (self, style->edge, style->edge_width, FALSE);
}

static void
paint_ghost (Painter                 *self,
             const KoyomiCalendarBox *box)
{
  KoyomiRect inner = inset (box->ghost, M->thin / 2);

  if (box->ghost.width == 0)
    return;

  if (box->diamond)
    trace_diamond (self->cr, inner);
  else
    trace_rounded (self->cr, inner, M->bar_radius, M->bar_radius);

  stroke_edge (self, get_colour (self, KOYOMI_CHART_COLOUR_GHOST), M->thin, TRUE);
}

static void
paint_shape (Painter                 *self,
             const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (self->palette, box->bar->state);

  if (box->rect.width == 0)
    return;

  if (box->diamond)
    paint_diamond (self, style, box->rect);
  else
    paint_bar (self, style, box->rect, box->bar->progress, box->cut_start, box->cut_end,
               box->spills && !box->beside ? box->text_size : 0);
}

/* Beyond the end of its bar, a text that is made for the bar's colour goes on in the colour of texts on paper, also within a letter.
 * The text itself is shown once, so that it is one word for whoever selects it; its letters on paper, where they are all but
 * invisible, are filled over as shapes. */
static void
show_text_in_two_colours (Painter                 *self,
                          const KoyomiCalendarBox *box,
                          KoyomiRect               rect,
                          KoyomiColour             on_bar,
                          KoyomiColour             on_paper)
{
  double end = box->rect.x + box->rect.width;

  show_text (self, box->text, box->text_size, rect, 0, on_bar);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, end, rect.y, rect.x + rect.width - end, rect.height);
  cairo_clip (self->cr);
  pango_cairo_layout_path (self->cr, place_text (self, box->text, box->text_size, rect, 0));
  set_colour (self, on_paper);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
paint_label (Painter                 *self,
             const KoyomiCalendarBox *box)
{
  const KoyomiStateStyle *style = koyomi_chart_style_get_state (self->palette, box->bar->state);
  KoyomiColour paper_text = get_colour (self, KOYOMI_CHART_COLOUR_TEXT);
  KoyomiRect rect = { box->label.x, box->label.y, box->label.width + M->hair, box->label.height };

  if (box->label.width == 0)
    return;

  if (box->spills && !koyomi_colour_is_readable (style->text, get_colour (self, KOYOMI_CHART_COLOUR_PAPER)))
    show_text_in_two_colours (self, box, rect, style->text, paper_text);
  else
    show_text (self, box->text, box->text_size, rect, 0, box->inside ? style->text : paper_text);
}

static void
paint_title (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;
  const char *mark = self->calendar->classification;
  g_autofree char *year = koyomi_fiscal_year_format (self->calendar->year, self->calendar->language);
  /* Translators: %s is a fiscal year, such as FY2026 */
  g_autofree char *title = g_strdup_printf (koyomi_tr (self->calendar->language, "Annual calendar %s"), year);
  double width = measure_text (self, title, M->title_size, KOYOMI_CHART_TEXT_BOLD);
  KoyomiRect rect = { layout->name_left, layout->title_y, width, M->title_height };
  double end = layout->right;

  show_text (self, title, M->title_size, rect, KOYOMI_CHART_TEXT_BOLD, get_colour (self, KOYOMI_CHART_COLOUR_TEXT));

  if (*mark != '\0')
    {
      double mark_width = MIN (measure_text (self, mark, M->mark_size, KOYOMI_CHART_TEXT_BOLD), layout->width / 4);
      KoyomiRect box = { 0, 0, mark_width + 2 * M->mark_padding, M->mark_size + 2 * M->mark_padding };

      box.x = layout->right - box.width;
      box.y = layout->title_y + (M->title_height - box.height) / 2;
      trace_rounded (self->cr, inset (box, M->thin / 2), M->bar_radius, M->bar_radius);
      stroke_edge (self, get_colour (self, KOYOMI_CHART_COLOUR_MARK), M->thin, FALSE);
      show_text (self, mark, M->mark_size, (KoyomiRect) { box.x + M->mark_padding, box.y, mark_width, box.height },
                 KOYOMI_CHART_TEXT_BOLD, get_colour (self, KOYOMI_CHART_COLOUR_MARK));
      end = box.x;
    }

  rect.x += width + M->title_size;
  rect.width = end - M->mark_padding - rect.x;
  if (rect.width > M->label_smallest)
    show_text (self, self->calendar->organisation, M->organisation_size, rect, 0,
               get_colour (self, KOYOMI_CHART_COLOUR_FAINT_TEXT));
}

static double
get_month_x (Painter *self,
             int      index)
{
  return koyomi_calendar_layout_day_to_x (self->layout, index < 12
                                          ? koyomi_fiscal_year_get_month_first (self->calendar->year, index)
                                          : koyomi_fiscal_year_get_last_day (self->calendar->year) + 1);
}

static void
paint_quarters (Painter *self)
{
  int now = self->layout->has_today ? koyomi_fiscal_year_get_quarter (self->calendar->year, self->calendar->today) : 0;

  for (int i = 1; i <= 4; i++)
    {
      double x = get_month_x (self, 3 * (i - 1));
      KoyomiRect rect = { x, self->layout->quarter_y, get_month_x (self, 3 * i) - x, M->quarter_height };
      g_autofree char *name = koyomi_fiscal_year_format_quarter (self->calendar->year, i, self->calendar->language);
      /* Translators: %s is a quarter of a fiscal year */
      g_autofree char *current = g_strdup_printf (koyomi_tr (self->calendar->language, "%s (current)"), name);

      fill_rect (self, rect.x, rect.y, rect.width, rect.height,
                 get_colour (self, i == now ? KOYOMI_CHART_COLOUR_HEAD_NOW : KOYOMI_CHART_COLOUR_HEAD));
      show_text (self, i == now ? current : name, M->head_size, rect, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED,
                 get_colour (self, i == now ? KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT : KOYOMI_CHART_COLOUR_TEXT));
    }
}

static void
paint_months (Painter *self)
{
  for (int i = 0; i < 12; i++)
    {
      double x = get_month_x (self, i);
      KoyomiRect rect = { x, self->layout->month_y, get_month_x (self, i + 1) - x, M->month_height };
      g_autofree char *name = koyomi_fiscal_year_format_month (self->calendar->year, i, self->calendar->language);
      int year, month;

      koyomi_day_get (koyomi_fiscal_year_get_month_first (self->calendar->year, i), &year, &month, NULL);
      fill_rect (self, rect.x, rect.y, rect.width, rect.height, get_colour (self, KOYOMI_CHART_COLOUR_HEAD));
      show_text (self, name, M->head_size, rect, KOYOMI_CHART_TEXT_CENTRED, get_colour (self, KOYOMI_CHART_COLOUR_TEXT));

      if (i == 0 || month == 1)
        {
          g_autofree char *text = g_strdup_printf ("%d", year);

          show_text (self, text, M->year_size, (KoyomiRect) { x + M->bar_padding, rect.y, rect.width / 3, rect.height }, 0,
                     get_colour (self, KOYOMI_CHART_COLOUR_FAINT_TEXT));
        }
    }
}

static void
paint_corner (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;
  double width = layout->left - layout->name_left;
  KoyomiRect rect = { layout->name_left + M->group_indent, layout->quarter_y, width - M->group_indent,
                      M->quarter_height + M->month_height };

  fill_rect (self, layout->name_left, layout->quarter_y, width, M->quarter_height + M->month_height,
             get_colour (self, KOYOMI_CHART_COLOUR_HEAD));
  show_text (self, koyomi_tr (self->calendar->language, "Function / team"), M->head_size, rect, KOYOMI_CHART_TEXT_BOLD,
             get_colour (self, KOYOMI_CHART_COLOUR_TEXT));
}

/* Days on which nobody works, neighbours in one go. */
static void
paint_days_off (Painter *self)
{
  KoyomiWorkCalendar *work = self->calendar->work_calendar;
  guint32 day = koyomi_fiscal_year_get_first_day (self->calendar->year);
  guint32 last_day = koyomi_fiscal_year_get_last_day (self->calendar->year);
  double y = self->layout->rail_y;

  for (; day <= last_day; day++)
    {
      gboolean weekend = koyomi_day_get_weekday (day) >= 6;
      double x = koyomi_calendar_layout_day_to_x (self->layout, day);
      double width = koyomi_calendar_layout_day_to_x (self->layout, day + 1) - x;

      if (work != NULL ? !koyomi_work_calendar_is_business_day (work, day) : weekend)
        fill_rect (self, x, y, width, self->page->bottom - y,
                   get_colour (self, weekend ? KOYOMI_CHART_COLOUR_WEEKEND : KOYOMI_CHART_COLOUR_HOLIDAY));
    }
}

static void
paint_grid (Painter *self)
{
  for (int i = 1; i < 12; i++)
    {
      double x = get_month_x (self, i);
      gboolean quarter = i % 3 == 0;

      stroke_line (self, x, quarter ? self->layout->quarter_y : self->layout->month_y, x, self->page->bottom,
                   quarter ? M->thin : M->hair,
                   quarter ? KOYOMI_CHART_COLOUR_QUARTER_LINE : KOYOMI_CHART_COLOUR_MONTH_LINE);
    }
}

static void
paint_frame (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;
  double top = layout->quarter_y;

  stroke_line (self, layout->left, top, layout->left, self->page->bottom, M->thin, KOYOMI_CHART_COLOUR_FRAME);
  stroke_line (self, layout->left, layout->month_y, layout->right, layout->month_y, M->hair, KOYOMI_CHART_COLOUR_MONTH_LINE);
  stroke_line (self, layout->name_left, layout->rail_y, layout->right, layout->rail_y, M->thin, KOYOMI_CHART_COLOUR_FRAME);
  stroke_line (self, layout->name_left, layout->body_y, layout->right, layout->body_y, M->thin, KOYOMI_CHART_COLOUR_FRAME);

  cairo_rectangle (self->cr, layout->name_left, top, layout->right - layout->name_left, self->page->bottom - top);
  stroke_edge (self, get_colour (self, KOYOMI_CHART_COLOUR_FRAME), M->thin, FALSE);
}

/* Filled once it was held; a cross where it was cancelled. */
static void
paint_meeting_mark (Painter             *self,
                    KoyomiMeetingStatus  status,
                    KoyomiRect           rect)
{
  KoyomiColour colour = get_colour (self, KOYOMI_CHART_COLOUR_MEETING);

  if (status == KOYOMI_MEETING_STATUS_CANCELLED)
    {
      KoyomiRect cross = inset (rect, rect.width / 6);

      cairo_move_to (self->cr, cross.x, cross.y);
      cairo_line_to (self->cr, cross.x + cross.width, cross.y + cross.height);
      cairo_move_to (self->cr, cross.x + cross.width, cross.y);
      cairo_line_to (self->cr, cross.x, cross.y + cross.height);
      stroke_edge (self, get_colour (self, KOYOMI_CHART_COLOUR_FAINT_TEXT), M->today_width, FALSE);
      return;
    }

  trace_diamond (self->cr, inset (rect, M->thin / 2));
  set_colour (self, status == KOYOMI_MEETING_STATUS_HELD ? colour : get_colour (self, KOYOMI_CHART_COLOUR_PAPER));
  cairo_fill_preserve (self->cr);
  stroke_edge (self, colour, M->thin, FALSE);
}

static void
paint_strip_name (Painter    *self,
                  const char *name,
                  guint       lane)
{
  KoyomiRect rect = { self->layout->name_left + M->group_indent,
                      self->layout->strip_y + M->strip_padding + lane * M->strip_lane, 0, M->strip_lane };

  rect.width = self->layout->left - M->cell_padding - rect.x;
  show_text (self, name, M->strip_size, rect, 0, get_colour (self, KOYOMI_CHART_COLOUR_TEXT));
}

static void
paint_strip (Painter *self)
{
  KoyomiCalendarLayout *layout = self->layout;

  for (guint i = 0; i < layout->committees->len; i++)
    paint_strip_name (self, g_ptr_array_index (layout->committees, i), i);
  if (layout->committees->len == 0 && layout->meetings->len > 0)
    paint_strip_name (self, koyomi_tr (self->calendar->language, "Committees"), 0);

  for (guint i = 0; i < layout->meetings->len; i++)
    {
      const KoyomiCalendarMeeting *meeting = &g_array_index (layout->meetings, KoyomiCalendarMeeting, i);

      paint_meeting_mark (self, meeting->milestone->status, meeting->rect);
      if (meeting->label.width > 0)
        show_text (self, meeting->milestone->title, M->strip_size, meeting->label, 0,
                   get_colour (self, KOYOMI_CHART_COLOUR_TEXT));
    }
}

static void
paint_group (Painter                  *self,
             const KoyomiCalendarLine *line)
{
  KoyomiCalendarLayout *layout = self->layout;
  const char *name = koyomi_record_get_title (line->group);
  /* Translators: %s is a group of functions whose rows go on from the page before */
  g_autofree char *again = g_strdup_printf (koyomi_tr (self->calendar->language, "%s (continued)"), name);
  KoyomiRect rect = { layout->name_left + M->group_indent, line->y, layout->right - layout->name_left - 2 * M->group_indent,
                      line->height };

  fill_rect (self, layout->name_left, line->y, layout->right - layout->name_left, line->height,
             get_colour (self, KOYOMI_CHART_COLOUR_GROUP));
  show_text (self, line->continued ? again : name, M->group_size * layout->scale, rect, KOYOMI_CHART_TEXT_BOLD,
             get_colour (self, KOYOMI_CHART_COLOUR_TEXT));
}

static void
paint_row_name (Painter                  *self,
                const KoyomiCalendarLine *line)
{
  KoyomiCalendarLayout *layout = self->layout;
  double scale = layout->scale;
  KoyomiRect pill = { layout->left - M->cell_padding - line->pill_width, 0, line->pill_width, M->pill_height * scale };
  KoyomiRect name = { layout->name_left + M->name_indent, line->y, 0, line->height };

  name.width = pill.x - M->cell_padding - name.x;
  show_text (self, koyomi_record_get_title (line->row->function), M->name_size * scale, name,
             line->two_lines ? KOYOMI_CHART_TEXT_TWO_LINES : 0, get_colour (self, KOYOMI_CHART_COLOUR_TEXT));

  if (line->pill_width > 0)
    {
      double radius = pill.height / 2;

      pill.y = line->y + (line->height - pill.height) / 2;
      trace_rounded (self->cr, pill, radius, radius);
      set_colour (self, get_colour (self, KOYOMI_CHART_COLOUR_PILL));
      cairo_fill (self->cr);
      pill.x += M->pill_padding / 2;
      pill.width -= M->pill_padding;
      show_text (self, line->row->team, M->pill_size * scale, pill, KOYOMI_CHART_TEXT_CENTRED,
                 get_colour (self, KOYOMI_CHART_COLOUR_PILL_TEXT));
    }
}

static void
paint_lines (Painter *self)
{
  for (guint i = 0; i < self->page->lines->len; i++)
    {
      const KoyomiCalendarLine *line = &g_array_index (self->page->lines, KoyomiCalendarLine, i);

      if (line->row == NULL)
        paint_group (self, line);
      else
        paint_row_name (self, line);

      stroke_line (self, self->layout->name_left, line->y, self->layout->right, line->y, M->hair, KOYOMI_CHART_COLOUR_LINE);
    }
}

/* The line runs over the bars and under their texts. */
static void
paint_today_line (Painter *self)
{
  double x;

  if (!self->layout->has_today)
    return;

  x = (koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today) +
       koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today + 1)) / 2;
  stroke_line (self, x, self->layout->rail_y, x, self->page->bottom, M->today_width, KOYOMI_CHART_COLOUR_TODAY);
}

static void
paint_today_label (Painter *self)
{
  const char *text = koyomi_tr (self->calendar->language, "Today");
  double width = measure_text (self, text, M->rail_size, KOYOMI_CHART_TEXT_BOLD);
  KoyomiRect rect = { 0, self->layout->rail_y + M->hair, width + 2 * M->bar_padding, M->rail_height - 2 * M->hair };

  if (!self->layout->has_today)
    return;

  rect.x = (koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today) +
            koyomi_calendar_layout_day_to_x (self->layout, self->calendar->today + 1) - rect.width) / 2;
  rect.x = CLAMP (rect.x, self->layout->left, self->layout->right - rect.width);
  trace_rounded (self->cr, rect, M->bar_radius, M->bar_radius);
  set_colour (self, get_colour (self, KOYOMI_CHART_COLOUR_TODAY));
  cairo_fill (self->cr);
  show_text (self, text, M->rail_size, (KoyomiRect) { rect.x + M->bar_padding, rect.y, width, rect.height },
             KOYOMI_CHART_TEXT_BOLD, get_colour (self, KOYOMI_CHART_COLOUR_TODAY_TEXT));
}

static void
paint_swatch (Painter                *self,
              const KoyomiLegendItem *item)
{
  KoyomiCalendarBox ghost = { .ghost = item->swatch };

  switch (item->kind)
    {
    case KOYOMI_LEGEND_STATE:
      {
        const KoyomiStateStyle *style = koyomi_chart_style_get_state (self->palette, item->state);

        paint_bar (self, style, item->swatch, 0, FALSE, FALSE, 0);
        show_text (self, koyomi_state_get_glyph (item->state), M->footer_size, item->swatch, KOYOMI_CHART_TEXT_CENTRED,
                   style->text);
        break;
      }
    case KOYOMI_LEGEND_PROGRESS:
      paint_bar (self, koyomi_chart_style_get_state (self->palette, KOYOMI_STATE_DOING), item->swatch, 50, FALSE, FALSE, 0);
      break;
    case KOYOMI_LEGEND_GHOST:
      paint_ghost (self, &ghost);
      break;
    case KOYOMI_LEGEND_DIAMOND:
      paint_diamond (self, koyomi_chart_style_get_state (self->palette, KOYOMI_STATE_PLANNED), item->swatch);
      break;
    case KOYOMI_LEGEND_HELD:
      paint_meeting_mark (self, KOYOMI_MEETING_STATUS_HELD, item->swatch);
      break;
    case KOYOMI_LEGEND_PLANNED:
      paint_meeting_mark (self, KOYOMI_MEETING_STATUS_PLANNED, item->swatch);
      break;
    case KOYOMI_LEGEND_CANCELLED:
      paint_meeting_mark (self, KOYOMI_MEETING_STATUS_CANCELLED, item->swatch);
      break;
    case KOYOMI_LEGEND_HOLIDAY:
    default:
      fill_rect (self, item->swatch.x, item->swatch.y, item->swatch.width / 2, item->swatch.height,
                 get_colour (self, KOYOMI_CHART_COLOUR_WEEKEND));
      fill_rect (self, item->swatch.x + item->swatch.width / 2, item->swatch.y, item->swatch.width / 2, item->swatch.height,
                 get_colour (self, KOYOMI_CHART_COLOUR_HOLIDAY));
      cairo_rectangle (self->cr, item->swatch.x, item->swatch.y, item->swatch.width, item->swatch.height);
      stroke_edge (self, get_colour (self, KOYOMI_CHART_COLOUR_MONTH_LINE), M->hair, FALSE);
      break;
    }
}

static void
paint_legend (Painter *self)
{
  for (guint i = 0; i < self->layout->legend->len; i++)
    {
      const KoyomiLegendItem *item = &g_array_index (self->layout->legend, KoyomiLegendItem, i);
      KoyomiRect rect = item->label;

      paint_swatch (self, item);
      rect.width += M->thin;
      show_text (self, item->text, M->legend_size, rect, 0, get_colour (self, KOYOMI_CHART_COLOUR_TEXT));
    }
}

static double
show_footer (Painter    *self,
             double      x,
             const char *text,
             double      size)
{
  KoyomiRect rect = { x, self->layout->footer_y, MAX (self->layout->right - x, 0), M->footer_height };

  rect.width = MIN (rect.width, measure_text (self, text, size, 0));
  show_text (self, text, size, rect, 0, get_colour (self, KOYOMI_CHART_COLOUR_FAINT_TEXT));

  return x + rect.width + M->legend_gap;
}

/* The head of the journal in short, to be compared by eye, and in full, to check a later copy of the plan against. */
static void
paint_footer (Painter *self)
{
  KoyomiCalendar *calendar = self->calendar;
  g_autofree char *as_of = g_strdup_printf ("%s %s", koyomi_tr (calendar->language, "As of"), calendar->as_of);
  g_autofree char *head = g_strdup_printf ("%s %.16s", koyomi_tr (calendar->language, "Journal head"), calendar->journal_head);
  /* Translators: the number of a page and of all pages */
  g_autofree char *number = g_strdup_printf (koyomi_tr (calendar->language, "Page %u of %u"), self->number + 1,
                                             self->layout->pages->len);
  double x = self->layout->name_left;

  if (*calendar->as_of != '\0')
    x = show_footer (self, x, as_of, M->footer_size);
  if (*calendar->journal_head != '\0')
    {
      x = show_footer (self, x, head, M->footer_size);
      show_footer (self, x, calendar->journal_head, M->small_size);
    }

  show_footer (self, self->layout->right - measure_text (self, number, M->footer_size, 0), number, M->footer_size);
}

/* Instead of an empty sheet that could be taken for a mistake. */
static void
paint_nothing (Painter *self)
{
  KoyomiRect rect = { self->layout->left + M->group_indent, self->layout->body_y,
                      self->layout->right - self->layout->left - M->group_indent, M->title_height };

  show_text (self, koyomi_tr (self->calendar->language, "This calendar has no functions yet."), M->organisation_size, rect, 0,
             get_colour (self, KOYOMI_CHART_COLOUR_FAINT_TEXT));
}

static void
paint_rows (Painter *self)
{
  GArray *boxes = self->page->boxes;

  if (self->page->lines->len == 0)
    paint_nothing (self);

  paint_lines (self);
  for (guint i = 0; i < boxes->len; i++)
    paint_ghost (self, &g_array_index (boxes, KoyomiCalendarBox, i));
  for (guint i = 0; i < boxes->len; i++)
    paint_shape (self, &g_array_index (boxes, KoyomiCalendarBox, i));
  paint_today_line (self);
  for (guint i = 0; i < boxes->len; i++)
    paint_label (self, &g_array_index (boxes, KoyomiCalendarBox, i));
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
  Painter self = { layout, layout->calendar, NULL, page, palette, cr };

  g_return_if_fail (page < layout->pages->len);

  self.page = g_ptr_array_index (layout->pages, page);
  cairo_save (cr);
  fill_rect (&self, 0, 0, layout->width, layout->height, get_colour (&self, KOYOMI_CHART_COLOUR_PAPER));
  paint_title (&self);
  paint_corner (&self);
  paint_quarters (&self);
  paint_months (&self);
  paint_days_off (&self);
  paint_grid (&self);
  paint_rows (&self);
  paint_strip (&self);
  paint_frame (&self);
  paint_today_label (&self);
  paint_legend (&self);
  paint_footer (&self);
  cairo_restore (cr);
}
