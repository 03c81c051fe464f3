#include "koyomi-json.h"

#include "koyomi-day.h"

#include <math.h>
#include <stdio.h>

void
koyomi_json_add_text (JsonBuilder *builder,
                      const char  *name,
                      const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

void
koyomi_json_add_int (JsonBuilder *builder,
                     const char  *name,
                     gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* @value: NAN is null */
void
koyomi_json_add_real (JsonBuilder *builder,
                      const char  *name,
                      double       value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

/* Keys are 63 bits wide, more than many readers' numbers hold. */
static void
add_key (JsonBuilder *builder,
         gint64       key)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, key);

  if (key == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, text);
}

static void
add_formatted (JsonBuilder *builder,
               char        *text)
{
  json_builder_add_string_value (builder, text);
  g_free (text);
}

/* Adds the value alone: keys and days as texts, choices by the word that is stored, none as null. */
void
koyomi_json_add_field (JsonBuilder       *builder,
                       const KoyomiField *field,
                       gint64             integer,
                       double             real,
                       const char        *text)
{
  switch (field->type)
    {
    case KOYOMI_FIELD_ID:
    case KOYOMI_FIELD_REF:
      add_key (builder, integer);
      break;
    case KOYOMI_FIELD_BOOL:
      json_builder_add_boolean_value (builder, integer != 0);
      break;
    case KOYOMI_FIELD_TEXT:
      json_builder_add_string_value (builder, text != NULL ? text : "");
      break;
    case KOYOMI_FIELD_REAL:
      if (isnan (real))
        json_builder_add_null_value (builder);
      else
        json_builder_add_double_value (builder, real);
      break;
    case KOYOMI_FIELD_ENUM:
      json_builder_add_string_value (builder, field->words[integer].nick);
      break;
    case KOYOMI_FIELD_DAY:
    case KOYOMI_FIELD_TIME:
      if (integer == 0)
        json_builder_add_null_value (builder);
      else
        add_formatted (builder, field->type == KOYOMI_FIELD_DAY ? koyomi_day_format (integer) : koyomi_time_format (integer));
      break;
    case KOYOMI_FIELD_INT:
    default:
      if (integer == KOYOMI_NO_INT)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, integer);
      break;
    }
}

/* Adds each field as a member of the object that is open. */
void
koyomi_json_add_record (JsonBuilder  *builder,
                        KoyomiRecord *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const KoyomiField *field = &table->fields[i];
      int constant = koyomi_record_get_table_id (record) << 8 | i;
      gboolean is_text = field->type == KOYOMI_FIELD_TEXT;
      gboolean is_real = field->type == KOYOMI_FIELD_REAL;

      json_builder_set_member_name (builder, field->name);
      koyomi_json_add_field (builder, field, is_text || is_real ? 0 : koyomi_record_get_int (record, constant),
                             is_real ? koyomi_record_get_real (record, constant) : NAN,
                             is_text ? koyomi_record_get_text (record, constant) : NULL);
    }
}

/* Writes what was built to standard output. */
void
koyomi_json_print (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}
