#include "koyomi-xlsx-styles-private.h"

#include "koyomi-figure-style.h"
#include "koyomi-matrix-style.h"

/* A cell without a colour of its own has the paper's. */
#define NO_FILL KOYOMI_N_CHART_COLOURS

#define STRENGTH 0.45

typedef struct
{
  double            size;
  KoyomiChartColour text;
  KoyomiChartColour fill;
  guint8            align;
  guint8            vertical;
  guint8            border;
  gboolean          bold;
  gboolean          wrap;
} Style;

static const Style styles[KOYOMI_XLSX_STYLE_STATE + 1] = {
  [KOYOMI_XLSX_STYLE_TITLE] = { 20, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_ORGANISATION] = { 12, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_REMARK] = { 9, KOYOMI_CHART_COLOUR_FAINT_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_PART] = { 10, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_MARK] = { 11, KOYOMI_CHART_COLOUR_MARK, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_MEDIUM, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_STAMP_HEAD] = { 9, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_STAMP] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_LEGEND_HEAD] = { 9, KOYOMI_CHART_COLOUR_FAINT_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, 0, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_HEAD] = { 10, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_HEAD_NOW] = { 10, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, KOYOMI_CHART_COLOUR_HEAD_NOW, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_STRIP_HEAD] = { 8.5, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_STRIP] = { 8, KOYOMI_CHART_COLOUR_MEETING, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_GROUP] = { 9, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_GROUP, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_FUNCTION] = { 10, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_DETAIL] = { 8, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_MONTH] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_NONE, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_GHOST] = { 8, KOYOMI_CHART_COLOUR_FAINT_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_DASHED, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_EMPTY] = { 12, KOYOMI_CHART_COLOUR_FAINT_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_TEXT] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_CENTRED] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_DAY] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_PERCENT] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_NUMBER] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_SECTION] = { 12, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_BAND] = { 10, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_GROUP, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_NAME] = { 9.5, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_LETTERS] = { 10.5, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_LEVEL] = { 9.5, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_DECIMAL] = { 9.5, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_TOTAL] = { 9.5, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_LABEL] = { 9, KOYOMI_CHART_COLOUR_TEXT, KOYOMI_CHART_COLOUR_HEAD, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_TIME] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_CHANGED] = { 9, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, KOYOMI_CHART_COLOUR_HEAD_NOW, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_CHANGED_TIME] = { 9, KOYOMI_CHART_COLOUR_HEAD_NOW_TEXT, KOYOMI_CHART_COLOUR_HEAD_NOW, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, TRUE, FALSE },
  [KOYOMI_XLSX_STYLE_GENERAL] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_DIFFERENCE] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_SUBJECT] = { 13, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, 0, TRUE, TRUE },
  [KOYOMI_XLSX_STYLE_NOTE] = { 9, KOYOMI_CHART_COLOUR_FAINT_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, 0, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_PARAGRAPH] = { 10, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, 0, FALSE, TRUE },
  [KOYOMI_XLSX_STYLE_TENTHS] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_HUNDREDTHS] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, FALSE },
  [KOYOMI_XLSX_STYLE_STATE] = { 9, KOYOMI_CHART_COLOUR_TEXT, NO_FILL, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, LXW_BORDER_THIN, FALSE, TRUE },
};

static lxw_color_t
get_colour (KoyomiChartColour colour)
{
  return koyomi_chart_style_get_colour (KOYOMI_CHART_PALETTE_PRINT, colour);
}

/* Excel counts the width of columns in digits of the workbook's first font. The library's own, Calibri, is missing on many machines
 * and what stands in for it is much wider. */
static void
set_width_font (lxw_workbook *workbook)
{
  lxw_format *first = STAILQ_FIRST (workbook->formats);

  format_set_font_name (first, "Arial");
  format_set_font_size (first, 10);
}

void
_koyomi_xlsx_styles_init (KoyomiXlsxStyles *self,
                          lxw_workbook     *workbook,
                          KoyomiLanguage    language)
{
  *self = (KoyomiXlsxStyles) { .workbook = workbook };
  set_width_font (workbook);
  self->font = language == KOYOMI_LANGUAGE_JA ? "Yu Gothic" : "Arial";
}

/* In points. */
double
_koyomi_xlsx_style_get_size (KoyomiXlsxStyle style)
{
  return styles[MIN (style, KOYOMI_XLSX_STYLE_STATE)].size;
}

static void
set_numbers (lxw_format      *format,
             KoyomiXlsxStyle  style)
{
  if (style == KOYOMI_XLSX_STYLE_TIME || style == KOYOMI_XLSX_STYLE_CHANGED_TIME)
    format_set_num_format (format, "yyyy-mm-dd hh:mm");
  else if (style == KOYOMI_XLSX_STYLE_DIFFERENCE)
    format_set_num_format (format, "+0;-0;\"±0\"");
  else if (style == KOYOMI_XLSX_STYLE_DAY)
    format_set_num_format (format, "yyyy-mm-dd");
  else if (style == KOYOMI_XLSX_STYLE_PERCENT)
    format_set_num_format (format, "0%");
  else if (style == KOYOMI_XLSX_STYLE_NUMBER)
    format_set_num_format (format, "#,##0");
  else if (style == KOYOMI_XLSX_STYLE_DECIMAL || style == KOYOMI_XLSX_STYLE_TENTHS)
    format_set_num_format (format, "0.0");
  else if (style == KOYOMI_XLSX_STYLE_HUNDREDTHS)
    format_set_num_format (format, "0.00");
}

/* The sides that say something else than that a cell ends. */
static void
set_edges (lxw_format      *format,
           KoyomiXlsxEdges  edges)
{
  if (edges & (KOYOMI_XLSX_EDGE_TOP | KOYOMI_XLSX_EDGE_GROUP))
    {
      format_set_top (format, edges & KOYOMI_XLSX_EDGE_GROUP ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
      format_set_top_color (format, get_colour (KOYOMI_CHART_COLOUR_QUARTER_LINE));
    }
  if (edges & KOYOMI_XLSX_EDGE_BOTTOM)
    {
      format_set_bottom (format, LXW_BORDER_MEDIUM);
      format_set_bottom_color (format, get_colour (KOYOMI_CHART_COLOUR_QUARTER_LINE));
    }
  if (edges & KOYOMI_XLSX_EDGE_QUARTER)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_left_color (format, get_colour (KOYOMI_CHART_COLOUR_FRAME));
    }
  if (edges & KOYOMI_XLSX_EDGE_NOW_LEFT)
    {
      format_set_left (format, LXW_BORDER_MEDIUM);
      format_set_left_color (format, get_colour (KOYOMI_CHART_COLOUR_TODAY));
    }
  if (edges & KOYOMI_XLSX_EDGE_NOW_RIGHT)
    {
      format_set_right (format, LXW_BORDER_MEDIUM);
      format_set_right_color (format, get_colour (KOYOMI_CHART_COLOUR_TODAY));
    }
}

static void
set_look (lxw_format  *format,
          const Style *style)
{
  format_set_font_size (format, style->size);
  format_set_font_color (format, get_colour (style->text));
  format_set_align (format, style->align);
  format_set_align (format, style->vertical);
  if (style->bold)
    format_set_bold (format);
  if (style->wrap)
    format_set_text_wrap (format);
  if (style->fill != NO_FILL)
    format_set_bg_color (format, get_colour (style->fill));
  if (style->border != LXW_BORDER_NONE)
    {
      format_set_border (format, style->border);
      format_set_border_color (format, get_colour (style->border == LXW_BORDER_MEDIUM ? style->text :
                                                   KOYOMI_CHART_COLOUR_QUARTER_LINE));
    }
}

/* A sheet has whole cells where a chart has bars: what is strong there is toned down here. */
static lxw_color_t
tone_down (KoyomiColour fill)
{
  lxw_color_t toned = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    toned |= (guint) (0xff - (0xff - (fill >> shift & 0xff)) * STRENGTH) << shift;

  return toned;
}

static void
set_state (lxw_format  *format,
           KoyomiState  state)
{
  const KoyomiStateStyle *look = koyomi_chart_style_get_state (KOYOMI_CHART_PALETTE_PRINT, state);
  gboolean is_strong = koyomi_colour_get_luminance (look->text) > koyomi_colour_get_luminance (look->fill);

  format_set_bg_color (format, is_strong ? tone_down (look->fill) : look->fill);
  format_set_font_color (format, is_strong ? look->edge : look->text);
}

static void
set_state_border (lxw_format  *format,
                  KoyomiState  state)
{
  const KoyomiStateStyle *look = koyomi_chart_style_get_state (KOYOMI_CHART_PALETTE_PRINT, state);

  format_set_border (format, look->dashed ? LXW_BORDER_DASHED : LXW_BORDER_THIN);
  format_set_border_color (format, look->edge);
}

static lxw_format *
make_format (KoyomiXlsxStyles *self,
             KoyomiXlsxStyle   style,
             KoyomiXlsxEdges   edges)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, self->font);
  set_look (format, &styles[MIN (style, KOYOMI_XLSX_STYLE_STATE)]);
  set_numbers (format, style);
  if (style == KOYOMI_XLSX_STYLE_MONTH)
    {
      format_set_left (format, LXW_BORDER_THIN);
      format_set_right (format, LXW_BORDER_THIN);
      format_set_left_color (format, get_colour (KOYOMI_CHART_COLOUR_MONTH_LINE));
      format_set_right_color (format, get_colour (KOYOMI_CHART_COLOUR_MONTH_LINE));
    }
  if (style >= KOYOMI_XLSX_STYLE_STATE)
    {
      set_state (format, style - KOYOMI_XLSX_STYLE_STATE);
      set_state_border (format, style - KOYOMI_XLSX_STYLE_STATE);
    }
  set_edges (format, edges);

  return format;
}

/* Returns: (transfer none) */
lxw_format *
_koyomi_xlsx_styles_get (KoyomiXlsxStyles *self,
                         KoyomiXlsxStyle   style,
                         KoyomiXlsxEdges   edges)
{
  if (self->formats[style][edges] == NULL)
    self->formats[style][edges] = make_format (self, style, edges);

  return self->formats[style][edges];
}

/* Returns: (transfer none) */
lxw_format *
_koyomi_xlsx_styles_get_state (KoyomiXlsxStyles *self,
                               KoyomiState       state,
                               KoyomiXlsxEdges   edges)
{
  return _koyomi_xlsx_styles_get (self, KOYOMI_XLSX_STYLE_STATE + state, edges);
}

/* Returns: (transfer none): a format for a conditional rule, which cannot name a font or its size */
lxw_format *
_koyomi_xlsx_styles_new_rule (KoyomiXlsxStyles *self,
                              KoyomiState       state)
{
  lxw_format *format = workbook_add_format (self->workbook);

  set_state (format, state);

  return format;
}

/* Returns: (transfer none): the lines of a table, for a conditional rule */
lxw_format *
_koyomi_xlsx_styles_new_grid (KoyomiXlsxStyles *self)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_border (format, LXW_BORDER_THIN);
  format_set_border_color (format, get_colour (KOYOMI_CHART_COLOUR_QUARTER_LINE));

  return format;
}

/**
 * _koyomi_xlsx_styles_new_letter:
 * @letter: its place in the alphabet
 * @is_rule: for a conditional rule, which cannot name a font or its size
 *
 * Returns: (transfer none): how a cell looks that has the letter
 */
lxw_format *
_koyomi_xlsx_styles_new_letter (KoyomiXlsxStyles *self,
                                guint             letter,
                                gboolean          is_rule)
{
  const KoyomiLetterStyle *look = koyomi_matrix_style_get_letter (KOYOMI_CHART_PALETTE_PRINT, letter);
  gboolean is_main = letter == KOYOMI_LETTER_STYLE_R || letter == KOYOMI_LETTER_STYLE_A;
  lxw_format *format = workbook_add_format (self->workbook);

  if (!is_rule)
    {
      format_set_font_name (format, self->font);
      set_look (format, &styles[KOYOMI_XLSX_STYLE_LETTERS]);
    }

  format_set_bg_color (format, look->fill);
  format_set_font_color (format, look->text);
  format_set_border (format, letter >= KOYOMI_LETTER_STYLE_S ? LXW_BORDER_DASHED : LXW_BORDER_THIN);
  format_set_border_color (format, look->edge);
  if (is_main)
    format_set_bold (format);

  return format;
}

/* Returns: the place in the alphabet of the letter that comes at @index when those that matter most come first: a cell with several takes
 *   its looks from the first */
guint
_koyomi_xlsx_styles_rank_letter (guint index)
{
  static const guint ranks[] = {
    KOYOMI_LETTER_STYLE_A, KOYOMI_LETTER_STYLE_R, KOYOMI_LETTER_STYLE_S, KOYOMI_LETTER_STYLE_C, KOYOMI_LETTER_STYLE_I,
  };

  return index < G_N_ELEMENTS (ranks) ? ranks[index] : index;
}

/**
 * _koyomi_xlsx_styles_new_heat:
 * @numbers: (nullable): how numbers are written there, so that it is not told by a colour alone
 *
 * Returns: (transfer none): for a conditional rule
 */
lxw_format *
_koyomi_xlsx_styles_new_heat (KoyomiXlsxStyles *self,
                              KoyomiHeat        heat,
                              const char       *numbers)
{
  const KoyomiHeatStyle *look = koyomi_rating_style_get_heat (KOYOMI_CHART_PALETTE_PRINT, heat);
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_bg_color (format, look->fill);
  format_set_font_color (format, look->text);
  if (heat == KOYOMI_HEAT_OVER)
    format_set_bold (format);
  if (numbers != NULL)
    format_set_num_format (format, numbers);

  return format;
}

/* Returns: (transfer none): how a cell looks whose metric stands so, for a conditional rule */
lxw_format *
_koyomi_xlsx_styles_new_status (KoyomiXlsxStyles   *self,
                                KoyomiMetricStatus  status)
{
  const KoyomiStatusStyle *look = koyomi_figure_style_get_status (KOYOMI_CHART_PALETTE_PRINT, status);
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_bg_color (format, look->tint);
  format_set_font_color (format, look->text);

  return format;
}
