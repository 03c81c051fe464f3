#include "koyomi-chart-text.h"

#include "koyomi-chart-style.h"

#include <math.h>

/* More than a full page holds. */
#define MOST_LAYOUTS 1024

struct _KoyomiChartText
{
  PangoContext *context;
  GHashTable   *layouts;
};

static PangoContext *
create_context (KoyomiLanguage language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (koyomi_language_get_code (language)));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);

  return context;
}

KoyomiChartText *
koyomi_chart_text_new (KoyomiLanguage language)
{
  KoyomiChartText *self = g_new0 (KoyomiChartText, 1);

  self->context = create_context (language);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
koyomi_chart_text_free (KoyomiChartText *self)
{
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
create_layout (KoyomiChartText      *self,
               const char           *text,
               double                size,
               double                width,
               KoyomiChartTextFlags  flags)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, koyomi_chart_style_get_family ());
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (flags & KOYOMI_CHART_TEXT_BOLD)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text, -1);
  if (width >= 0)
    {
      pango_layout_set_width (layout, ceil (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  if (flags & KOYOMI_CHART_TEXT_TWO_LINES)
    {
      pango_layout_set_height (layout, -2);
      pango_layout_set_line_spacing (layout, koyomi_chart_measures.line_spacing);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (flags & KOYOMI_CHART_TEXT_CENTRED)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}

/**
 * koyomi_chart_text_get:
 * @width: room; what does not fit is cut between letters and ends with an ellipsis. Below 0 is room for all
 *
 * Invalid UTF-8 is mended here: Cairo would drop the rest of the drawing.
 *
 * Returns: (transfer none): good until the next call
 */
PangoLayout *
koyomi_chart_text_get (KoyomiChartText      *self,
                       const char           *text,
                       double                size,
                       double                width,
                       KoyomiChartTextFlags  flags)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *key = g_strdup_printf ("%d/%d/%d/%s", (int) lround (size * 1000),
                                          width < 0 ? -1 : (int) lround (width * 100), (int) flags, valid);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout == NULL)
    {
      if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
        g_hash_table_remove_all (self->layouts);

      layout = create_layout (self, valid, size, width, flags);
      g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
    }

  return layout;
}

/* The width of the whole text on one line. */
double
koyomi_chart_text_get_width (KoyomiChartText      *self,
                             const char           *text,
                             double                size,
                             KoyomiChartTextFlags  flags)
{
  int width;

  pango_layout_get_size (koyomi_chart_text_get (self, text, size, -1, flags), &width, NULL);

  return (double) width / PANGO_SCALE;
}
