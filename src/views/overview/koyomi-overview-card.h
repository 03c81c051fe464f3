#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a pill looks. What it says is said in words as well. */
typedef enum
{
  KOYOMI_PILL_PLAIN,
  KOYOMI_PILL_GOOD,
  KOYOMI_PILL_SOON,
  KOYOMI_PILL_LATE,
} KoyomiPill;

/* A row of a card. Texts are borrowed; NULL where there is none. */
typedef struct
{
  const char *title;
  const char *detail;   /* below the title */
  const char *pill;     /* at the end */
  const char *spoken;   /* what a screen reader says instead of the pill */
  KoyomiPill  tone;
  const char *action;   /* what the row does; NULL where it leads nowhere */
  GVariant   *target;   /* (nullable) (transfer floating) */
} KoyomiOverviewLine;

/* A part of the first page: a heading, a body of any widgets, and rows that lead somewhere, or what to do where there is nothing to show. */
#define KOYOMI_TYPE_OVERVIEW_CARD (koyomi_overview_card_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiOverviewCard, koyomi_overview_card, KOYOMI, OVERVIEW_CARD, GtkWidget)

GtkWidget *koyomi_overview_card_new       (const char               *title) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_overview_card_set_title (KoyomiOverviewCard       *self,
                                           const char               *title);
GtkWidget *koyomi_overview_card_get_body  (KoyomiOverviewCard       *self);
void       koyomi_overview_card_begin     (KoyomiOverviewCard       *self);
void       koyomi_overview_card_add       (KoyomiOverviewCard       *self,
                                           const KoyomiOverviewLine *line);
void       koyomi_overview_card_set_empty (KoyomiOverviewCard       *self,
                                           const char               *text,
                                           const char               *button,
                                           const char               *action,
                                           GVariant                 *target);
void       koyomi_overview_card_end       (KoyomiOverviewCard       *self);

GtkWidget *koyomi_overview_line_create    (const KoyomiOverviewLine *self) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_pill_set                (GtkLabel                 *label,
                                           const char               *text,
                                           KoyomiPill                tone);

G_END_DECLS
