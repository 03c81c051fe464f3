#pragma once

#include "koyomi-part-row.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What a row can do by a key. */
typedef enum
{
  KOYOMI_PART_KEY_ACTIVATE,   /* Enter, or a double click */
  KOYOMI_PART_KEY_TICK,       /* Space, or a click on the box */
  KOYOMI_PART_KEY_REMOVE,     /* Delete */
  KOYOMI_PART_KEY_UP,         /* Alt and the arrow */
  KOYOMI_PART_KEY_DOWN,
  KOYOMI_N_PART_KEYS,
} KoyomiPartKey;

/* Part of an incident under its heading: a line for each task, entry or whatever there is, and below it how to add one. */
#define KOYOMI_TYPE_PART_LIST (koyomi_part_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiPartList, koyomi_part_list, KOYOMI, PART_LIST, GtkWidget)

GtkWidget *koyomi_part_list_new          (KoyomiWorkspace  *workspace,
                                          const char       *heading,
                                          const char       *hint) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_part_list_set_key      (KoyomiPartList   *self,
                                          KoyomiPartKey     key,
                                          const char       *action);
void       koyomi_part_list_do           (KoyomiPartList   *self,
                                          KoyomiPartKey     key,
                                          gint64            id);
void       koyomi_part_list_set_count    (KoyomiPartList   *self,
                                          const char       *text);
void       koyomi_part_list_add_header   (KoyomiPartList   *self,
                                          GtkWidget        *widget);
void       koyomi_part_list_add_footer   (KoyomiPartList   *self,
                                          GtkWidget        *widget);
void       koyomi_part_list_clear        (KoyomiPartList   *self);
void       koyomi_part_list_take         (KoyomiPartList   *self,
                                          GtkWidget        *row);
void       koyomi_part_list_show         (KoyomiPartList   *self);
void       koyomi_part_list_focus        (KoyomiPartList   *self,
                                          gint64            id);

G_END_DECLS
