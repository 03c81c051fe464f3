#include "koyomi-value-axis.h"

#include <math.h>
#include <string.h>

/* A bit more than nothing, so that what is at a tick is not beyond it. */
#define TINY 1e-9

static double
round_step (double   least,
            gboolean is_whole)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (least) + TINY));
  double step = 10 * power;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= least * (1 - TINY) && !(is_whole && fmod (steps[i] * power, 1) > TINY))
      {
        step = steps[i] * power;
        break;
      }

  return is_whole ? MAX (step, 1) : step;
}

/**
 * koyomi_value_axis_create:
 * @is_whole: for counts, whose ticks have no fractions
 *
 * Ticks at both ends hold all values between.
 */
KoyomiValueAxis
koyomi_value_axis_create (double   lowest,
                          double   highest,
                          guint    most_steps,
                          gboolean is_whole)
{
  KoyomiValueAxis self;
  double span;

  most_steps = MAX (most_steps, 1);
  if (!isfinite (lowest) || !isfinite (highest))
    {
      lowest = 0;
      highest = 1;
    }
  span = highest > lowest ? highest - lowest : MAX (fabs (highest), 1);
  self.step = round_step (span / most_steps, is_whole);
  self.low = floor (lowest / self.step + TINY) * self.step;
  self.n_steps = MAX (ceil ((highest - self.low) / self.step - TINY), 1);
  while (self.n_steps > most_steps)
    {
      self.step = round_step (self.step * 1.01, is_whole);
      self.low = floor (lowest / self.step + TINY) * self.step;
      self.n_steps = MAX (ceil ((highest - self.low) / self.step - TINY), 1);
      if (self.low < 0 && highest > 0 && self.n_steps <= 2)
        break;
    }

  return self;
}

double
koyomi_value_axis_get_tick (const KoyomiValueAxis *self,
                            guint                  index)
{
  double tick = self->low + index * self->step;

  return fabs (tick) < self->step * TINY ? 0 : tick;
}

double
koyomi_value_axis_get_high (const KoyomiValueAxis *self)
{
  return koyomi_value_axis_get_tick (self, self->n_steps);
}

/* Returns: 0 for the lowest tick, 1 for the highest; values beyond the ticks are beyond that */
double
koyomi_value_axis_place (const KoyomiValueAxis *self,
                         double                 value)
{
  return (value - self->low) / (self->step * self->n_steps);
}

/* How many a tick needs. */
guint
koyomi_value_axis_get_decimals (const KoyomiValueAxis *self)
{
  guint decimals = 0;

  for (double step = self->step; decimals < 6 && fabs (step - round (step)) > 1e-6; step *= 10)
    decimals++;

  return decimals;
}

static void
append_groups (GString    *string,
               const char *digits)
{
  gsize n_digits = strcspn (digits, ".");

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append_c (string, ',');
      g_string_append_c (string, digits[i]);
    }
}

/* Zeros that end a fraction are dropped. */
static void
append_fraction (GString    *string,
                 const char *digits)
{
  const char *point = strchr (digits, '.');
  gsize length;

  if (point == NULL)
    return;

  length = strlen (point);
  while (length > 0 && point[length - 1] == '0')
    length--;
  if (length > 1)
    g_string_append_len (string, point, length);
}

/* Words in Latin letters stand apart from the number, signs and Japanese words do not. */
static gboolean
is_word (const char *unit)
{
  return g_unichar_isalpha (g_utf8_get_char (unit)) && g_utf8_get_char (unit) < 0x250;
}

/* Such as “1,234.5 h”, “−3%” and “6.5時間”. Returns: “–” for what is not a number */
char *
koyomi_value_format (double      value,
                     guint       decimals,
                     const char *unit)
{
  GString *string;
  char digits[400];

  if (!isfinite (value))
    return g_strdup ("–");

  string = g_string_new (NULL);
  g_ascii_formatd (digits, sizeof digits, (char[]) { '%', '.', '0' + MIN (decimals, 6), 'f', '\0' }, fabs (value));
  if (value < 0 && strspn (digits, "0.") < strlen (digits))
    g_string_append (string, "−");
  append_groups (string, digits);
  append_fraction (string, digits);
  if (*unit != '\0' && is_word (unit))
    g_string_append_unichar (string, 0xa0);
  g_string_append (string, unit);

  return g_string_free (string, FALSE);
}
