#include "koyomi-card-chart.h"

#include "koyomi-brush-private.h"

#include <math.h>

#define M (&koyomi_board_measures)

/* Where words break costs some of the first line; a title that would only just fit gets its second line. */
#define TITLE_ROOM 0.97

#define MOST_TITLE_LINES 3

/* The share of the line that is kept for the number beside the severity, and for the team beside tasks and age. */
#define NUMBER_SHARE 0.46
#define TEAM_SHARE 0.3

static void
measure_letters (KoyomiCardChart *self)
{
  for (gunichar letter = ' '; letter < G_N_ELEMENTS (self->advances); letter++)
    {
      char text[2] = { letter, '\0' };

      self->advances[letter] = koyomi_chart_text_get_width (self->text, text, M->title, KOYOMI_CHART_TEXT_BOLD);
    }
  self->wide = koyomi_chart_text_get_width (self->text, "漢", M->title, KOYOMI_CHART_TEXT_BOLD);
}

KoyomiCardChart *
koyomi_card_chart_new (KoyomiLanguage language)
{
  KoyomiCardChart *self = g_new0 (KoyomiCardChart, 1);

  self->text = koyomi_chart_text_new (language);
  self->scale = 1;
  measure_letters (self);

  return self;
}

void
koyomi_card_chart_free (KoyomiCardChart *self)
{
  koyomi_chart_text_free (self->text);
  g_free (self);
}

static KoyomiBrush
get_brush (const KoyomiCardChart *self,
           cairo_t               *cr)
{
  return (KoyomiBrush) { self->text, self->palette, cr, self->scale, FALSE };
}

/* In whole units, so that lines stay sharp. */
double
koyomi_card_chart_get_size (const KoyomiCardChart *self,
                            double                 measure)
{
  return round (measure * self->scale);
}

/* In a title. */
static double
reckon_letter (const KoyomiCardChart *self,
               gunichar               letter)
{
  if (letter < G_N_ELEMENTS (self->advances))
    return self->advances[letter];

  return g_unichar_iswide (letter) ? self->wide : g_unichar_iszerowidth (letter) ? 0 : self->advances['m'];
}

/* The width of a title of @size on one line, from the widths of its letters: kerning and marks aside. */
static double
reckon_width (const KoyomiCardChart *self,
              const char            *text,
              double                 size)
{
  double width = 0;

  for (const char *next = text; *next != '\0'; next = g_utf8_next_char (next))
    width += reckon_letter (self, g_utf8_get_char (next));

  return width * size / M->title * self->scale;
}

/* Returns: the width up to where the line may break next, from @start on. @end: (out): where that is */
static double
reckon_word (const KoyomiCardChart  *self,
             const char             *start,
             const char            **end)
{
  double width = 0;
  const char *next = start;

  do
    {
      width += reckon_letter (self, g_utf8_get_char (next)) * self->scale;
      next = g_utf8_next_char (next);
    }
  while (*next != '\0' && *next != ' ' && !g_unichar_iswide (g_utf8_get_char (next)) && !g_unichar_iswide (g_utf8_get_char (start)));
  *end = next;

  return width;
}

/* Words go onto the next line where there is no room for them: one that is too long for a line is broken. */
static guint
reckon_lines (const KoyomiCardChart *self,
              const char            *text,
              double                 room)
{
  double x = 0;
  guint n = 1;
  const char *end;

  for (const char *next = text; *next != '\0'; next = end)
    {
      double width = reckon_word (self, next, &end);

      if (x > 0 && x + width > room)
        {
          n++;
          x = 0;
        }
      x += width;
      for (; x > room; x -= room)
        n++;
    }

  return n;
}

static double
get_text_width (const KoyomiCardChart *self,
                double                 width)
{
  return MAX (width - koyomi_card_chart_get_size (self, M->bar + 2 * M->padding), 1);
}

static guint
count_title_lines (const KoyomiCardChart *self,
                   const KoyomiCardFace  *face,
                   double                 width)
{
  return MIN (reckon_lines (self, face->title, get_text_width (self, width) * TITLE_ROOM), MOST_TITLE_LINES);
}

static double
get_pill_width (const KoyomiCardChart *self,
                const KoyomiCardPill  *pill,
                double                 room)
{
  return MIN (ceil (reckon_width (self, pill->text, M->small) + 2 * M->pill_padding * self->scale), room);
}

/* Side by side as long as there is room. @rects: (out caller-allocates): where each lies, from 0, 0. Returns: their height */
static double
place_pills (const KoyomiCardChart *self,
             const KoyomiCardFace  *face,
             double                 room,
             KoyomiRect            *rects)
{
  double height = koyomi_card_chart_get_size (self, M->pill_height);
  double gap = koyomi_card_chart_get_size (self, M->pill_gap);
  double x = 0, y = 0;

  for (guint i = 0; i < face->n_pills; i++)
    {
      double width = get_pill_width (self, &face->pills[i], room);

      if (x > 0 && x + width > room)
        {
          x = 0;
          y += height + gap;
        }
      rects[i] = (KoyomiRect) { x, y, width, height };
      x += width + gap;
    }

  return face->n_pills > 0 ? y + height + gap : 0;
}

/* Worked out from the letters alone, so that a board of thousands of cards stands at once. */
double
koyomi_card_chart_get_height (const KoyomiCardChart *self,
                              const KoyomiCardFace  *face,
                              double                 width)
{
  KoyomiRect pills[KOYOMI_CARD_MOST_PILLS];

  return 2 * koyomi_card_chart_get_size (self, M->padding) + 2 * koyomi_card_chart_get_size (self, M->line) +
         count_title_lines (self, face, width) * koyomi_card_chart_get_size (self, M->title_line) +
         koyomi_card_chart_get_size (self, M->gap_below_title) + place_pills (self, face, get_text_width (self, width), pills);
}

static void
show (KoyomiBrush          *brush,
      const char           *text,
      double                size,
      KoyomiRect            rect,
      KoyomiChartTextFlags  flags,
      KoyomiColour          colour)
{
  PangoLayout *layout = _koyomi_brush_place_text (brush, text, size * brush->unit, rect, flags);

  _koyomi_brush_set_rgb (brush, colour);
  pango_cairo_show_layout (brush->cr, layout);
}

/* The right part takes what it needs, up to its share; the left one the rest. */
static void
show_pair (KoyomiBrush  *brush,
           const char   *left,
           const char   *right,
           double        least_left,
           KoyomiRect    rect,
           KoyomiColour  right_colour,
           gboolean      right_bold)
{
  KoyomiChartTextFlags flags = right_bold ? KOYOMI_CHART_TEXT_BOLD : 0;
  double needed = ceil (koyomi_chart_text_get_width (brush->text, right, M->small * brush->unit, flags)) + 1;
  double width = MIN (needed, rect.width * (1 - least_left));
  KoyomiColour faint = koyomi_chart_style_get_colour (brush->palette, KOYOMI_CHART_COLOUR_FAINT_TEXT);
  KoyomiRect right_rect = { rect.x + rect.width - width, rect.y, width, rect.height };

  show (brush, right, M->small, right_rect, flags, right_colour);
  rect.width = MAX (rect.width - width - M->pill_gap * brush->unit, 1);
  show (brush, left, M->small, rect, 0, faint);
}

static void
paint_pills (const KoyomiCardChart *self,
             KoyomiBrush           *brush,
             const KoyomiCardFace  *face,
             const KoyomiRect      *rects,
             double                 x,
             double                 y)
{
  double padding = M->pill_padding * self->scale;

  for (guint i = 0; i < face->n_pills; i++)
    {
      const KoyomiPillStyle *style = koyomi_incident_style_get_pill (self->palette, face->pills[i].tone);
      KoyomiRect rect = { x + rects[i].x, y + rects[i].y, rects[i].width, rects[i].height };
      KoyomiRect text = { rect.x + padding, rect.y, MAX (rect.width - 2 * padding + 2, 1), rect.height };

      _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (rect, M->hair / 2), rect.height / 2 - 0.5, rect.height / 2 - 0.5);
      _koyomi_brush_set_rgb (brush, style->fill);
      cairo_fill_preserve (brush->cr);
      _koyomi_brush_set_rgb (brush, style->edge);
      _koyomi_brush_stroke_edge (brush, M->hair, FALSE);
      show (brush, face->pills[i].text, M->small, text, KOYOMI_CHART_TEXT_BOLD, style->text);
    }
}

static void
stroke_edge (const KoyomiCardChart *self,
             KoyomiBrush           *brush,
             const KoyomiCardFace  *face,
             KoyomiCardFlags        flags,
             KoyomiRect             rect)
{
  double radius = M->radius * self->scale;
  double line = flags & KOYOMI_CARD_SELECTED ? M->outline * self->scale : M->hair;

  cairo_new_path (brush->cr);
  _koyomi_brush_trace_rounded (brush, _koyomi_rect_inset (rect, line / 2), radius, radius);
  if (flags & KOYOMI_CARD_SELECTED)
    _koyomi_brush_set_colour (brush, KOYOMI_CHART_COLOUR_SELECTION);
  else
    _koyomi_brush_set_rgb (brush, koyomi_incident_style_get_colour (self->palette, KOYOMI_BOARD_COLOUR_CARD_EDGE));
  _koyomi_brush_stroke_edge (brush, line, face->is_drill && !(flags & KOYOMI_CARD_SELECTED));
}

/* The bar of the severity lies over the edge, but within the outline of a selected card. */
static void
paint_body (const KoyomiCardChart *self,
            KoyomiBrush           *brush,
            const KoyomiCardFace  *face,
            KoyomiCardFlags        flags,
            KoyomiRect             rect)
{
  double radius = M->radius * self->scale;

  cairo_save (brush->cr);
  _koyomi_brush_trace_rounded (brush, rect, radius, radius);
  cairo_clip (brush->cr);
  _koyomi_brush_set_rgb (brush, koyomi_incident_style_get_colour (self->palette, face->is_drill ? KOYOMI_BOARD_COLOUR_CARD_DRILL
                                                                                                : KOYOMI_BOARD_COLOUR_CARD));
  cairo_paint (brush->cr);
  if (!(flags & KOYOMI_CARD_SELECTED))
    stroke_edge (self, brush, face, flags, rect);
  _koyomi_brush_set_rgb (brush, koyomi_incident_style_get_severity (self->palette, face->severity)->bar);
  cairo_rectangle (brush->cr, rect.x, rect.y, koyomi_card_chart_get_size (self, M->bar), rect.height);
  cairo_fill (brush->cr);
  cairo_restore (brush->cr);
  if (flags & KOYOMI_CARD_SELECTED)
    stroke_edge (self, brush, face, flags, rect);
}

static void
paint_texts (const KoyomiCardChart *self,
             KoyomiBrush           *brush,
             const KoyomiCardFace  *face,
             KoyomiRect             rect)
{
  double line = koyomi_card_chart_get_size (self, M->line);
  guint n_lines = count_title_lines (self, face, rect.width);
  double title = n_lines * koyomi_card_chart_get_size (self, M->title_line);
  double padding = koyomi_card_chart_get_size (self, M->padding);
  double x = rect.x + koyomi_card_chart_get_size (self, M->bar) + padding;
  double y = rect.y + padding;
  double width = get_text_width (self, rect.width);
  g_autofree char *severity = g_strdup_printf ("%s %s", koyomi_incident_style_get_glyph (face->severity), face->severity_name);
  KoyomiRect pills[KOYOMI_CARD_MOST_PILLS];

  show_pair (brush, face->number, severity, NUMBER_SHARE, (KoyomiRect) { x, y, width, line },
             koyomi_incident_style_get_severity (self->palette, face->severity)->text, TRUE);
  y += line;
  show (brush, face->title, M->title, (KoyomiRect) { x, y, width, title },
        KOYOMI_CHART_TEXT_BOLD | (n_lines > 1 ? KOYOMI_CHART_TEXT_THREE_LINES : 0),
        koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_TEXT));
  y += title + koyomi_card_chart_get_size (self, M->gap_below_title);
  title = place_pills (self, face, width, pills);
  paint_pills (self, brush, face, pills, x, y);
  show_pair (brush, face->team, face->foot, TEAM_SHARE, (KoyomiRect) { x, y + title, width, line },
             koyomi_chart_style_get_colour (self->palette, KOYOMI_CHART_COLOUR_FAINT_TEXT), FALSE);
}

void
koyomi_card_chart_paint (const KoyomiCardChart *self,
                         const KoyomiCardFace  *face,
                         KoyomiCardFlags        flags,
                         KoyomiRect             rect,
                         cairo_t               *cr)
{
  KoyomiBrush brush = get_brush (self, cr);

  if (flags & KOYOMI_CARD_LIFTED)
    cairo_push_group (cr);
  paint_body (self, &brush, face, flags, rect);
  paint_texts (self, &brush, face, rect);
  if (flags & KOYOMI_CARD_LIFTED)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.45);
    }
}

/* What lies behind the cards of a state. @is_target: a card would be dropped there */
void
koyomi_card_chart_paint_column (const KoyomiCardChart *self,
                                gboolean               is_target,
                                KoyomiRect             rect,
                                cairo_t               *cr)
{
  KoyomiBrush brush = get_brush (self, cr);
  double radius = MIN (M->radius * self->scale, rect.height / 2);

  _koyomi_brush_set_rgb (&brush, koyomi_incident_style_get_colour (self->palette, is_target ? KOYOMI_BOARD_COLOUR_TARGET
                                                                                            : KOYOMI_BOARD_COLOUR_COLUMN));
  _koyomi_brush_trace_rounded (&brush, rect, radius, radius);
  cairo_fill (cr);
}

/* The name of a column or a lane. */
void
koyomi_card_chart_paint_text (const KoyomiCardChart *self,
                              const char            *text,
                              KoyomiChartTextFlags   flags,
                              gboolean               faint,
                              KoyomiRect             rect,
                              cairo_t               *cr)
{
  KoyomiBrush brush = get_brush (self, cr);

  show (&brush, text, M->title, rect, flags,
        koyomi_chart_style_get_colour (self->palette, faint ? KOYOMI_CHART_COLOUR_FAINT_TEXT : KOYOMI_CHART_COLOUR_TEXT));
}
