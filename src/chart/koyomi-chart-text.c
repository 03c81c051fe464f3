#include "koyomi-chart-text.h"

#include "koyomi-chart-style.h"

#include <math.h>
#include <string.h>

/* More than a full page or screen holds. */
#define MOST_LAYOUTS 2048

/* Sizes and widths in thousandths and hundredths. */
typedef struct
{
  KoyomiLabel  label;   /* the title of a stored key is its own */
  int          size;
  int          width;
  int          flags;
} Key;

/* The texts of the last while, and those of the while before: one that is used again moves over, the others go. */
struct _KoyomiChartText
{
  PangoContext *context;
  GHashTable   *recent;
  GHashTable   *older;
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;
  guint hash = g_str_hash (key->label.title) * 31 + g_str_hash (key->label.glyph);

  return ((hash * 31 + (guint) key->size) * 31 + (guint) key->width) * 31 + (guint) key->flags;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->size == right->size && left->width == right->width && left->flags == right->flags &&
         strcmp (left->label.title, right->label.title) == 0 && strcmp (left->label.glyph, right->label.glyph) == 0 &&
         strcmp (left->label.blank, right->label.blank) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free ((char *) key->label.title);
  g_free (key);
}

static Key *
copy_key (const Key *key)
{
  Key *copy = g_memdup2 (key, sizeof *key);

  copy->label.title = g_strdup (key->label.title);

  return copy;
}

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (hash_key, equal_keys, free_key, g_object_unref);
}

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
  self->recent = create_table ();
  self->older = create_table ();

  return self;
}

void
koyomi_chart_text_free (KoyomiChartText *self)
{
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->older);
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
      pango_layout_set_ellipsize (layout, flags & KOYOMI_CHART_TEXT_WRAPPED ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
    }
  if (flags & KOYOMI_CHART_TEXT_WRAPPED)
    {
      pango_layout_set_line_spacing (layout, koyomi_chart_measures.line_spacing);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  else if (flags & (KOYOMI_CHART_TEXT_TWO_LINES | KOYOMI_CHART_TEXT_THREE_LINES))
    {
      pango_layout_set_height (layout, flags & KOYOMI_CHART_TEXT_TWO_LINES ? -2 : -3);
      pango_layout_set_line_spacing (layout, koyomi_chart_measures.line_spacing);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (flags & KOYOMI_CHART_TEXT_CENTRED)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else if (flags & KOYOMI_CHART_TEXT_RIGHT)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

static void
keep_layout (KoyomiChartText *self,
             Key             *key,
             PangoLayout     *layout)
{
  if (g_hash_table_size (self->recent) >= MOST_LAYOUTS)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->recent);
      self->recent = create_table ();
    }

  g_hash_table_insert (self->recent, key, layout);
}

static PangoLayout *
create_label (KoyomiChartText      *self,
              KoyomiLabel           label,
              double                size,
              double                width,
              KoyomiChartTextFlags  flags)
{
  g_autofree char *text = g_strconcat (label.glyph, label.blank, label.title, NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return create_layout (self, valid, size, width, flags);
}

/**
 * koyomi_chart_text_get_label:
 * @width: room; what does not fit is cut between letters and ends with an ellipsis. Below 0 is room for all
 *
 * Invalid UTF-8 is mended here: Cairo would drop the rest of the drawing.
 *
 * Returns: (transfer none): good until the next call
 */
PangoLayout *
koyomi_chart_text_get_label (KoyomiChartText      *self,
                             KoyomiLabel           label,
                             double                size,
                             double                width,
                             KoyomiChartTextFlags  flags)
{
  Key key = { label, (int) lround (size * 1000), width < 0 ? -1 : (int) lround (width * 100), (int) flags };
  PangoLayout *layout = g_hash_table_lookup (self->recent, &key);
  gpointer old_key, old_layout;

  if (layout != NULL)
    return layout;

  if (g_hash_table_steal_extended (self->older, &key, &old_key, &old_layout))
    {
      keep_layout (self, old_key, old_layout);
      return old_layout;
    }

  layout = create_label (self, label, size, width, flags);
  keep_layout (self, copy_key (&key), layout);

  return layout;
}

/* As koyomi_chart_text_get_label() does with a label. */
PangoLayout *
koyomi_chart_text_get (KoyomiChartText      *self,
                       const char           *text,
                       double                size,
                       double                width,
                       KoyomiChartTextFlags  flags)
{
  return koyomi_chart_text_get_label (self, (KoyomiLabel) { "", "", text }, size, width, flags);
}

static double
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* The width of the whole text on one line. */
double
koyomi_chart_text_get_width (KoyomiChartText      *self,
                             const char           *text,
                             double                size,
                             KoyomiChartTextFlags  flags)
{
  return get_layout_width (koyomi_chart_text_get (self, text, size, -1, flags));
}

/* The width of the whole label. */
double
koyomi_chart_text_measure (KoyomiChartText *self,
                           KoyomiLabel      label,
                           double           size)
{
  return get_layout_width (koyomi_chart_text_get_label (self, label, size, -1, 0));
}

/* How high a text is that takes as many lines as it needs. */
double
koyomi_chart_text_wrap (KoyomiChartText      *self,
                        const char           *text,
                        double                size,
                        double                width,
                        KoyomiChartTextFlags  flags)
{
  int height;

  pango_layout_get_size (koyomi_chart_text_get (self, text, size, width, flags | KOYOMI_CHART_TEXT_WRAPPED), NULL, &height);

  return (double) height / PANGO_SCALE;
}

/* Whether a text can be wrapped to a width without a break within a word. Japanese breaks between most letters. */
gboolean
koyomi_chart_text_has_room (KoyomiChartText      *self,
                            const char           *text,
                            double                size,
                            double                width,
                            KoyomiChartTextFlags  flags)
{
  PangoLayout *layout = koyomi_chart_text_get (self, text, size, width, flags | KOYOMI_CHART_TEXT_WRAPPED);
  const PangoLogAttr *attributes;
  int n_attributes;

  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      const char *whole = pango_layout_get_text (layout);
      glong offset = g_utf8_pointer_to_offset (whole, whole + line->start_index);

      if (offset < n_attributes && !attributes[offset].is_line_break)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_cut (GHashTable *layouts)
{
  GHashTableIter iter;
  gpointer layout;

  g_hash_table_iter_init (&iter, layouts);
  while (g_hash_table_iter_next (&iter, NULL, &layout))
    if (pango_layout_is_ellipsized (layout))
      return TRUE;

  return FALSE;
}

/* Whether one of the texts that are kept did not fit. */
gboolean
koyomi_chart_text_has_cut (KoyomiChartText *self)
{
  return has_cut (self->recent) || has_cut (self->older);
}
